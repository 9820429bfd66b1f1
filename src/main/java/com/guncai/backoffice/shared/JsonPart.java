package com.guncai.backoffice.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Part;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** JSON beside files in a form: {@code wx.uploadFile} sends it as a plain field, browsers as a part with a type. */
@Component
public class JsonPart {
    private static final int LONGEST = 16 * 1024;

    private final ObjectMapper json;
    private final Validator validator;

    JsonPart(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param unreadable a sentence for who sent what is no such JSON
     * @throws ProblemException {@code REQUEST_INVALID}, {@code BODY_TOO_LARGE}
     * @throws ConstraintViolationException when what was read is not valid
     */
    public <T> T read(Part part, Class<T> type, String unreadable) throws IOException {
        if (part.getSize() > LONGEST) {
            throw new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, ProblemCode.BODY_TOO_LARGE, "请求内容过大");
        }
        var read = parsed(part, type);
        if (read == null) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, unreadable);
        }
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }

    private <T> @Nullable T parsed(Part part, Class<T> type) throws IOException {
        try (var content = part.getInputStream()) {
            return json.readValue(new String(content.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
