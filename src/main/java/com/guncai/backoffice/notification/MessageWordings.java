package com.guncai.backoffice.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * What a message reads like. Providers know the approved text and are sent its variables only; the wording here is the one to
 * apply for, so that staff can tell a customer what he was told.
 */
@Component
class MessageWordings {
    /** What its column takes encrypted. */
    private static final int LONGEST = 500;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Properties wordings;

    MessageWordings() throws IOException {
        wordings = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("message-wordings.properties"), StandardCharsets.UTF_8));
    }

    /** The wording with its variables filled in; the variables alone when there is none. */
    String text(OutboundMessage message) {
        var wording = wordings.getProperty(message.template());
        var params = message.params();
        var text = wording == null
                ? listed(params)
                : VARIABLE.matcher(wording)
                        .replaceAll(variable -> Matcher.quoteReplacement(value(message, variable.group(1))));
        return SmsParams.cut(text, LONGEST);
    }

    /** As it is: what somebody typed is no wording, whatever is in it. */
    private static String value(OutboundMessage message, String name) {
        return message.params().getOrDefault(name, message.placeholders().getOrDefault(name, ""));
    }

    private static String listed(Map<String, String> params) {
        return params.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(param -> param.getKey() + "：" + param.getValue())
                .collect(Collectors.joining("，"));
    }
}
