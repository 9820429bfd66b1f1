package com.guncai.backoffice.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Reads a service from its code; an unknown one is bad input. */
@JsonComponent
class ServiceCodeJson extends JsonDeserializer<ServiceCode> {
    private final Services services;

    ServiceCodeJson(Services services) {
        this.services = services;
    }

    @Override
    public ServiceCode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var code = parser.getValueAsString("");
        try {
            return services.convert(code);
        } catch (IllegalArgumentException unknown) {
            return (ServiceCode) context.handleWeirdStringValue(ServiceCode.class, code, "no such service");
        }
    }
}
