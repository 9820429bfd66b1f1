package com.guncai.backoffice.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what people type about an order unreadable in the database: a reason or a note may name anybody. As
 * {@link PersonalDataCipher}, for columns that were in clear before; what a {@link TypedTextBackfill} has not reached yet is
 * read as it stands.
 */
@Component
@Converter
public class TypedText implements AttributeConverter<String, String> {
    private final PersonalDataCipher personalData;

    TypedText(PersonalDataCipher personalData) {
        this.personalData = personalData;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable String plain) {
        return personalData.convertToDatabaseColumn(plain);
    }

    @Override
    public @Nullable String convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : personalData.inClear(stored);
    }
}
