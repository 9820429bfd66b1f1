package com.guncai.backoffice.sandbox.wechat;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /cgi-bin/message/subscribe/send} and the messages that arrived. */
public final class Messages {
    private final WeChatUsers users;
    private final Clock clock;
    private final List<SubscribeMessage> arrived = new ArrayList<>();

    Messages(WeChatUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Newest first. */
    public synchronized List<SubscribeMessage> arrived(@Nullable String openid) {
        var found = new ArrayList<>(arrived);
        if (openid != null) found.removeIf(message -> !message.openid().equals(openid));
        Collections.reverse(found);
        return found;
    }

    public synchronized void clear() {
        arrived.clear();
    }

    synchronized Answer send(Call call) {
        var body = call.json();
        var openid = body.path("touser").asText();
        if (!users.knows(openid)) throw new WeChatError(40003, "invalid openid");
        var template = body.path("template_id").asText();
        if (template.isBlank()) throw new WeChatError(40037, "invalid template_id");
        var params = new LinkedHashMap<String, String>();
        body.path("data").fields().forEachRemaining(field -> {
            var value = field.getValue().path("value").asText();
            if (value.isEmpty())
                throw new WeChatError(47003, "argument invalid! data." + field.getKey() + ".value is empty");
            checkKeyword(field.getKey(), value);
            params.put(field.getKey(), value);
        });
        if (params.isEmpty()) throw new WeChatError(47003, "argument invalid! data is empty");
        if (!users.get(openid).subscribed()) throw new WeChatError(43101, "user refuse to accept the msg");
        var page = body.path("page").asText();
        arrived.add(new SubscribeMessage(openid, template, params, page.isEmpty() ? null : page, clock.instant()));
        return Answer.json(
                200, Json.object().put("errcode", 0).put("errmsg", "ok").put("msgid", 1000 + arrived.size()));
    }

    synchronized void restore(List<SubscribeMessage> saved) {
        arrived.addAll(saved);
    }

    /** The limits of the keyword kinds a template is made of, e.g. {@code thing1} has at most 20 characters. */
    private static void checkKeyword(String key, String value) {
        var longest = key.startsWith("thing")
                ? 20
                : key.startsWith("phrase")
                        ? 5
                        : key.startsWith("character_string")
                                ? 32
                                : key.startsWith("phone_number") ? 17 : Integer.MAX_VALUE;
        if (value.length() > longest) throw new WeChatError(47003, "argument invalid! data." + key + ".value invalid");
    }
}
