package com.guncai.backoffice.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.guncai.backoffice.shared.PersonalDataCipher;
import org.springframework.stereotype.Component;

/**
 * Tells whether two requests are the same without keeping what they say. Keyed (HMAC-SHA-256), because a plain digest of a
 * request that holds little but a phone number is as good as the number.
 */
@Component
class RequestDigest {
    private final ObjectMapper canonical;
    private final PersonalDataCipher personalData;

    RequestDigest(ObjectMapper mapper, PersonalDataCipher personalData) {
        this.canonical = canonical(mapper);
        this.personalData = personalData;
    }

    /** 64 hex characters; requests of different types differ. */
    String of(Object request) {
        return personalData.digest(canonical(canonical, request));
    }

    static String canonical(ObjectMapper canonical, Object request) {
        try {
            return request.getClass().getName() + "\n" + canonical.writeValueAsString(request);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(request.getClass().getName() + " is no JSON", unwritable);
        }
    }

    /** Writes equal values as equal texts. */
    static ObjectMapper canonical(ObjectMapper mapper) {
        var copy = mapper.copy();
        copy.setConfig(copy.getSerializationConfig().with(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY));
        return copy.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }
}
