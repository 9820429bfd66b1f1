package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads a request's fields, refusing as WeChat Pay does what is missing or too long. */
record Fields(JsonNode body) {

    String text(String name, int longest) {
        var value = optional(name);
        if (value == null) throw PayError.param("输入源“/body/" + name + "”映射到字段“" + name + "”必填性规则校验失败，此字段为必填项");
        if (value.length() > longest) throw PayError.param("输入源“/body/" + name + "”映射到值字段字符串规则校验失败，字符数不能大于 " + longest);
        return value;
    }

    /** The text at a dotted path, or null when it is absent or blank. */
    @Nullable
    String optional(String path) {
        var node = body.at("/" + path.replace('.', '/'));
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }

    /** A whole number of fen of at least one. */
    long fen(String path) {
        var node = body.at("/" + path.replace('.', '/'));
        if (!node.isIntegralNumber()) throw PayError.param(path + " 必填，且为整数，单位为分");
        if (node.asLong() < 1) throw PayError.param(path + " 金额必须大于 0");
        return node.asLong();
    }

    @Nullable
    Instant instant(String name) {
        var value = optional(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw PayError.param(name + " 格式错误，应为 yyyy-MM-DDTHH:mm:ss+TIMEZONE");
        }
    }

    /** An address WeChat Pay can call: absolute, and without parameters. */
    String notifyUrl() {
        var url = text("notify_url", 255);
        if (!url.matches("https?://[^?#\\s]+")) throw PayError.param("notify_url 无效，应为不带参数的完整地址");
        return url;
    }
}
