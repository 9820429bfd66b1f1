package com.guncai.backoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestDigestTest {
    private static final ObjectMapper CANONICAL =
            RequestDigest.canonical(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void equalRequestsAreEqual() {
        var slot = OffsetDateTime.parse("2026-11-24T10:00+08:00");
        assertThat(text(new Request("a", 1, slot))).isEqualTo(text(new Request("a", 1, slot)));
    }

    @Test
    void aDifferenceShows() {
        assertThat(text(new Request("a", 1, null))).isNotEqualTo(text(new Request("a", 2, null)));
    }

    @Test
    void sameFieldsOfAnotherKindOfRequestDiffer() {
        assertThat(text(new Request("a", 1, null))).isNotEqualTo(text(new Other("a", 1, null)));
    }

    @Test
    void theOrderOfKeysDoesNotMatter() {
        var one = new LinkedHashMap<String, Integer>();
        one.put("a", 1);
        one.put("b", 2);
        var other = new LinkedHashMap<String, Integer>();
        other.put("b", 2);
        other.put("a", 1);
        assertThat(text(one)).isEqualTo(text(other));
        assertThat(text(one)).isNotEqualTo(text(new LinkedHashMap<>(Map.of("a", 1))));
    }

    private static String text(Object request) {
        return RequestDigest.canonical(CANONICAL, request);
    }

    private record Request(String name, int count, OffsetDateTime slot) {}

    private record Other(String name, int count, OffsetDateTime slot) {}
}
