package com.guncai.backoffice.shared;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Digests by which people are found whose names and numbers the tables hold encrypted only. As a listener of an entity
 * ({@code @EntityListeners}) it keeps them with each change, whoever makes it.
 */
@Component
public class SearchDigests {
    private final PersonalDataCipher personalData;

    SearchDigests(PersonalDataCipher personalData) {
        this.personalData = personalData;
    }

    /** Of a mobile number; the same by which coupons and customers are found. */
    public String phone(String number) {
        return personalData.digest(number);
    }

    /** Of what somebody is called, however it is spaced, and in whatever width or case it is written. */
    public String name(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{C}·.]", "");
        return personalData.digest("name " + plain.toLowerCase(Locale.ROOT));
    }

    /** As {@link #name}, for what may be missing. */
    public @Nullable String nameIfAny(@Nullable String name) {
        return name == null ? null : name(name);
    }

    /** Of where something is delivered to, however it is spaced. */
    public String place(String address) {
        return name("place " + address);
    }

    @PrePersist
    @PreUpdate
    void keep(Searchable entity) {
        entity.keep(this);
    }

    /** An entity that people are found by. */
    public interface Searchable {
        /** Sets its columns of digests from the others. */
        void keep(SearchDigests digests);
    }
}
