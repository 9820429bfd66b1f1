package com.guncai.backoffice.sandbox.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.Faults;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SendSms and QuerySendDetails of version 2017-05-25; its gateway takes every action at {@code /}. */
public final class AliyunSms implements Provider {
    public static final String ACCESS_KEY_ID = "LTAI5tSandboxAccessKeyId";
    public static final String ACCESS_KEY_SECRET = "sandbox-access-key-secret-0001";
    public static final String SIGN_NAME = "滚财";

    /** Codes that come from the gateway with an HTTP status, unlike those of the SMS service. */
    private static final Map<String, Integer> GATEWAY_STATUS = Map.of(
            "ServiceUnavailable", 503,
            "InternalError", 500,
            "Throttling", 400,
            "Throttling.User", 400,
            "Throttling.Api", 400);

    private static final Set<String> ACTIONS = Set.of("SendSms", "QuerySendDetails");

    private final Faults faults;
    private final Clock clock;
    private final Mailbox mailbox;

    public AliyunSms(Clock clock, Faults faults, Mailbox mailbox) {
        this.clock = clock;
        this.faults = faults;
        this.mailbox = mailbox;
    }

    @Override
    public boolean serves(Call call) {
        return call.path().equals("/");
    }

    @Override
    public Answer answer(Call call) {
        try {
            AcsSignature.check(call, ACCESS_KEY_ID, ACCESS_KEY_SECRET);
            var action = call.header("x-acs-action");
            if (!call.header("x-acs-version").equals("2017-05-25") || !ACTIONS.contains(action))
                throw new AliyunError(404, "InvalidAction.NotFound", "Specified api is not found.");
            var sends = action.equals("SendSms");
            var fault = faults.take(Target.SMS, sends ? "send" : "query");
            if (fault.isPresent()) return failing(call, sends, fault.get());
            return sends ? send(call) : query(call);
        } catch (AliyunError e) {
            return Answer.json(e.status, outcome(e.code, e.getMessage()).put("HostId", call.header("host")));
        }
    }

    private Answer failing(Call call, boolean sends, Fault fault) {
        return switch (fault.fault()) {
            case TIMEOUT -> (sends ? send(call) : query(call)).withhold();
            case ERROR -> gateway(fault.codeOr("ServiceUnavailable"));
            case REFUSE -> {
                var code = fault.codeOr("isv.MOBILE_NUMBER_ILLEGAL");
                yield GATEWAY_STATUS.containsKey(code) ? gateway(code) : refused(code, "沙箱按测试者的要求拒绝了此短信");
            }
        };
    }

    private Answer send(Call call) {
        var phone = call.query("PhoneNumbers");
        if (!phone.matches("(\\+?86)?1[3-9]\\d{9}")) return refused("isv.MOBILE_NUMBER_ILLEGAL", "非法手机号");
        if (!call.query("SignName").equals(SIGN_NAME)) return refused("isv.SMS_SIGNATURE_ILLEGAL", "短信签名不合法");
        if (!call.query("TemplateCode").startsWith("SMS_")) return refused("isv.SMS_TEMPLATE_ILLEGAL", "短信模版不合法");
        var params = params(call.query("TemplateParam"));
        if (params == null) return refused("isv.INVALID_JSON_PARAM", "JSON参数不合法，只接受字符串值");
        var wrong = SmsTemplates.wrong(call.query("TemplateCode"), params);
        if (wrong != null) return refused(wrong.code(), wrong.message());
        var digits = clock.millis() + "^" + UUID.randomUUID().toString().substring(0, 8);
        var outId = call.query("OutId");
        mailbox.deliver(new Sms(
                phone.substring(phone.length() - 11),
                call.query("SignName"),
                call.query("TemplateCode"),
                params,
                clock.instant(),
                digits,
                outId.isEmpty() ? null : outId));
        return Answer.json(200, outcome("OK", "OK").put("BizId", digits));
    }

    private Answer query(Call call) {
        var size = call.query("PageSize");
        var page = call.query("CurrentPage");
        if (!size.matches("[1-9]\\d?") || !page.matches("[1-9]\\d*"))
            throw new AliyunError(400, "MissingPageSize", "PageSize or CurrentPage is mandatory for this action.");
        var found = mailbox.sentOn(call.query("PhoneNumber"), call.query("SendDate"), call.query("BizId"));
        var from = (Integer.parseInt(page) - 1) * Integer.parseInt(size);
        var json = outcome("OK", "OK").put("TotalCount", Integer.toString(found.size()));
        var details = json.putObject("SmsSendDetailDTOs").putArray("SmsSendDetailDTO");
        found.stream()
                .skip(from)
                .limit(Integer.parseInt(size))
                .map(mailbox::detail)
                .forEach(details::add);
        return Answer.json(200, json);
    }

    private static @Nullable Map<String, String> params(String json) {
        var params = new LinkedHashMap<String, String>();
        if (json.isEmpty()) return params;
        if (!json.startsWith("{")) return null;
        var node = Json.read(json.getBytes(StandardCharsets.UTF_8));
        for (var field : (Iterable<Map.Entry<String, JsonNode>>) node::fields) {
            if (!field.getValue().isValueNode()) return null;
            params.put(field.getKey(), field.getValue().asText());
        }
        return params.isEmpty() && !json.replace(" ", "").equals("{}") ? null : params;
    }

    private static Answer gateway(String code) {
        var message = "The request has failed due to a temporary failure of the server.";
        return Answer.json(GATEWAY_STATUS.getOrDefault(code, 503), outcome(code, message));
    }

    private static Answer refused(String code, String message) {
        return Answer.json(200, outcome(code, message));
    }

    private static ObjectNode outcome(String code, String message) {
        return Json.object()
                .put("Code", code)
                .put("Message", message)
                .put("RequestId", UUID.randomUUID().toString().toUpperCase());
    }
}
