package com.guncai.backoffice.notification;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsResponseBody.QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.tea.okhttp.ClientHelper;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Aliyun SMS by its SDK. A business failure comes as HTTP 200 with a code in the body; the SDK's own retry stays off,
 * because it sends a message again whose answer was merely late.
 */
@Component
class AliyunSmsSender implements SmsSender {
    private static final long PAGE = 50;
    private static final int PAGES = 10;

    private final Client client;
    private final RuntimeOptions once;
    private final String signName;
    private final ObjectMapper json;

    AliyunSmsSender(SmsProperties properties, ObjectMapper json) throws Exception {
        this.client = new Client(new Config()
                .setAccessKeyId(properties.accessKeyId())
                .setAccessKeySecret(properties.accessKeySecret())
                .setEndpoint(properties.endpoint())
                .setProtocol(properties.protocol()));
        this.once = new RuntimeOptions()
                .setAutoretry(false)
                .setConnectTimeout((int) properties.connectTimeout().toMillis())
                .setReadTimeout((int) properties.readTimeout().toMillis());
        this.signName = properties.signName();
        this.json = json;
        sendOnceOnly(URI.create(properties.protocol() + "://" + properties.endpoint()));
    }

    /** Below the SDK's retry lies another: its HTTP client repeats a request whose connection broke, sent or not. */
    private void sendOnceOnly(URI address) throws Exception {
        Map<String, Object> timeouts =
                Map.of("connectTimeout", once.getConnectTimeout(), "readTimeout", once.getReadTimeout());
        var shared = ClientHelper.getOkHttpClient(address.getHost(), address.getPort(), timeouts);
        var patient = shared.newBuilder().retryOnConnectionFailure(false).build();
        ClientHelper.clients.replaceAll((key, client) -> client == shared ? patient : client);
    }

    @Override
    public Outcome send(Sms sms) {
        var request = new SendSmsRequest()
                .setPhoneNumbers(sms.phone())
                .setSignName(signName)
                .setTemplateCode(sms.template())
                .setTemplateParam(written(sms.params()))
                .setOutId(sms.outId());
        try {
            var body = client.sendSmsWithOptions(request, once).getBody();
            var code = body.getCode();
            if (code == null) {
                return new Outcome.Unknown("NO_CODE");
            }
            return code.equals("OK")
                    ? new Outcome.Sent(Objects.requireNonNullElse(body.getBizId(), ""))
                    : SmsCodes.outcome(code);
        } catch (TeaException answered) {
            var status = answered.getStatusCode();
            return SmsCodes.outcome(status == null ? 500 : status, String.valueOf(answered.getCode()));
        } catch (Exception unanswered) {
            var cause = ExceptionUtils.getRootCause(unanswered);
            return neverConnected(cause)
                    ? new Outcome.TryLater(cause.getClass().getSimpleName())
                    : new Outcome.Unknown(cause.getClass().getSimpleName());
        }
    }

    @Override
    public Trace find(String phone, String outId, LocalDate day) {
        var request = new QuerySendDetailsRequest()
                .setPhoneNumber(phone)
                .setSendDate(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .setPageSize(PAGE);
        try {
            for (long page = 1; page <= PAGES; page++) {
                var body = client.querySendDetailsWithOptions(request.setCurrentPage(page), once)
                        .getBody();
                if (!"OK".equals(body.getCode())) {
                    return new Trace.Unclear(String.valueOf(body.getCode()));
                }
                var list = body.getSmsSendDetailDTOs();
                List<QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO> details =
                        list == null || list.getSmsSendDetailDTO() == null ? List.of() : list.getSmsSendDetailDTO();
                for (var detail : details) {
                    if (outId.equals(detail.getOutId())) {
                        return trace(detail);
                    }
                }
                if (details.size() < PAGE) {
                    return new Trace.Absent();
                }
            }
            return new Trace.Unclear("TOO_MANY");
        } catch (Exception unanswered) {
            return new Trace.Unclear(
                    ExceptionUtils.getRootCause(unanswered).getClass().getSimpleName());
        }
    }

    private static Trace trace(QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO detail) {
        return switch (String.valueOf(detail.getSendStatus())) {
            case "1" -> new Trace.Waiting();
            case "2" -> new Trace.Failed(SmsCodes.outcome(String.valueOf(detail.getErrCode())));
            case "3" -> new Trace.Delivered();
            default -> new Trace.Unclear("STATUS_" + detail.getSendStatus());
        };
    }

    private String written(Map<String, String> params) {
        try {
            return json.writeValueAsString(params);
        } catch (JsonProcessingException stringsAlwaysWrite) {
            throw new IllegalStateException(stringsAlwaysWrite);
        }
    }

    private static boolean neverConnected(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }
}
