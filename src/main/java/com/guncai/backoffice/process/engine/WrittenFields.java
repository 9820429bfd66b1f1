package com.guncai.backoffice.process.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.jspecify.annotations.Nullable;

/** The columns that a serializer wrote a value to, as bytes and back. */
class WrittenFields implements ValueFields {
    private final @Nullable String name;
    private @Nullable String text;
    private @Nullable String text2;
    private @Nullable Long number;
    private @Nullable Double decimal;
    private byte @Nullable [] bytes;

    WrittenFields(@Nullable String name) {
        this.name = name;
    }

    static WrittenFields of(@Nullable String name, byte[] written) {
        var fields = new WrittenFields(name);
        try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
            fields.text = text(read(in));
            fields.text2 = text(read(in));
            var number = text(read(in));
            fields.number = number == null ? null : Long.valueOf(number);
            var decimal = text(read(in));
            fields.decimal = decimal == null ? null : Double.valueOf(decimal);
            fields.bytes = read(in);
            return fields;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(all)) {
            write(out, bytes(text));
            write(out, bytes(text2));
            write(out, bytes(number));
            write(out, bytes(decimal));
            write(out, bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return all.toByteArray();
    }

    private static void write(DataOutputStream out, byte @Nullable [] part) throws IOException {
        out.writeInt(part == null ? -1 : part.length);
        if (part != null) {
            out.write(part);
        }
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(byte @Nullable [] part) {
        return part == null ? null : new String(part, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public @Nullable String getTextValue() {
        return text;
    }

    @Override
    public void setTextValue(@Nullable String textValue) {
        text = textValue;
    }

    @Override
    public @Nullable String getTextValue2() {
        return text2;
    }

    @Override
    public void setTextValue2(@Nullable String textValue2) {
        text2 = textValue2;
    }

    @Override
    public @Nullable Long getLongValue() {
        return number;
    }

    @Override
    public void setLongValue(@Nullable Long longValue) {
        number = longValue;
    }

    @Override
    public @Nullable Double getDoubleValue() {
        return decimal;
    }

    @Override
    public void setDoubleValue(@Nullable Double doubleValue) {
        decimal = doubleValue;
    }

    @Override
    public byte @Nullable [] getByteArrayValue() {
        return bytes;
    }

    @Override
    public void setByteArrayValue(byte @Nullable [] byteArrayValue) {
        bytes = byteArrayValue;
    }
}
