package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.Base64;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as the engine's own serializer does, and what that wrote encrypted: what people type in forms, also in fields
 * that a manager adds, and what diagrams make of it. The history gets the same. Numbers of cases stay in clear, by which
 * cases are found. Values of an earlier release are read as they stand.
 */
class EncryptedSerializer<T extends TypedValue> implements TypedValueSerializer<T> {
    static final String MARK = "encrypted:";
    /** What the engine's column of texts takes. */
    private static final int LONGEST = 4000;

    private final TypedValueSerializer<T> plain;
    private final PersonalDataCipher personalData;
    private final Predicate<@Nullable String> isCaseNumber;

    EncryptedSerializer(
            TypedValueSerializer<T> plain, PersonalDataCipher personalData, Predicate<@Nullable String> isCaseNumber) {
        this.plain = plain;
        this.personalData = personalData;
        this.isCaseNumber = isCaseNumber;
    }

    @Override
    public void writeValue(T value, ValueFields fields) {
        if (value.getValue() == null || isCaseNumber.test(fields.getName())) {
            plain.writeValue(value, fields);
            return;
        }
        var written = new WrittenFields(fields.getName());
        plain.writeValue(value, written);
        var encrypted = personalData.encrypt(written.bytes());
        var text = MARK + Base64.getEncoder().encodeToString(encrypted);
        if (text.length() <= LONGEST) {
            fields.setTextValue(text);
        } else {
            fields.setTextValue(MARK);
            fields.setByteArrayValue(encrypted);
        }
    }

    @Override
    public T readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        var text = fields.getTextValue();
        if (text == null || !text.startsWith(MARK)) {
            return plain.readValue(fields, deserialize, asTransient);
        }
        var encrypted = text.equals(MARK)
                ? fields.getByteArrayValue()
                : Base64.getDecoder().decode(text.substring(MARK.length()));
        return plain.readValue(
                WrittenFields.of(fields.getName(), personalData.decrypt(encrypted)), deserialize, asTransient);
    }

    @Override
    public String getName() {
        return plain.getName();
    }

    @Override
    public ValueType getType() {
        return plain.getType();
    }

    @Override
    public boolean canHandle(TypedValue value) {
        return plain.canHandle(value);
    }

    @Override
    public T convertToTypedValue(UntypedValueImpl untyped) {
        return plain.convertToTypedValue(untyped);
    }

    @Override
    public @Nullable String getSerializationDataformat() {
        return plain.getSerializationDataformat();
    }

    @Override
    public boolean isMutableValue(T value) {
        return plain.isMutableValue(value);
    }
}
