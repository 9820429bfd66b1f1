package com.guncai.backoffice.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a service in the tables by its code. */
@Component
@Converter(autoApply = true)
class ServiceCodeColumn implements AttributeConverter<ServiceCode, String> {
    private final Services services;

    ServiceCodeColumn(Services services) {
        this.services = services;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ServiceCode service) {
        return service == null ? null : service.code();
    }

    @Override
    public @Nullable ServiceCode convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : services.convert(code);
    }
}
