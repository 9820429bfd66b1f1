package com.guncai.backoffice.shared;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** The services that are declared, by their codes. */
@Component
public class Services implements Converter<String, ServiceCode> {
    private final Map<String, ServiceCode> declared;

    Services(ObjectProvider<ServiceCode> declared) {
        this.declared = declared.stream().collect(Collectors.toMap(ServiceCode::code, Function.identity()));
    }

    /** In no particular order. */
    public List<ServiceCode> all() {
        return List.copyOf(declared.values());
    }

    /** @throws IllegalArgumentException when nobody declares it */
    @Override
    public ServiceCode convert(String code) {
        var service = declared.get(code);
        if (service == null) {
            throw new IllegalArgumentException("no service " + code);
        }
        return service;
    }
}
