package com.guncai.backoffice.notification;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import com.guncai.backoffice.notification.MessageLog.Attempt;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends subscribe messages. WeChat can neither be asked what became of one nor told to send it once only: after a
 * time-out it is sent again, so at worst the customer reads the same words twice.
 */
@Component
class WeChatChannel {
    private static final Logger log = LoggerFactory.getLogger(WeChatChannel.class);

    /** The customer never subscribed, refused, or took it back. */
    private static final int NOT_SUBSCRIBED = 43101;

    /** Busy, token just replaced by another node, too many calls a minute, two messages to one customer at once. */
    private static final Set<Integer> PASSING = Set.of(-1, 40001, 40014, 42001, 43108, 45009, 45011);

    private final WxMaService weChat;
    private final MessageLog messages;
    private final MessageMetrics metrics;
    private final NotificationProperties properties;

    WeChatChannel(WxMaService weChat, MessageLog messages, MessageMetrics metrics, NotificationProperties properties) {
        this.weChat = weChat;
        this.messages = messages;
        this.metrics = metrics;
        this.properties = properties;
    }

    SendResult send(OutboundMessage message, String openid) {
        var template = properties.template(message.template());
        if (template.wechat().isEmpty()) {
            return SendResult.notWanted("NO_TEMPLATE");
        }
        var fields = WeChatFields.filled(template.wechatFields(), message.params());
        if (fields.isEmpty()) {
            return SendResult.notWanted("NO_VALUE");
        }
        var attempt = messages.begin(message, Channel.WECHAT, masked(openid), openid);
        switch (attempt.state()) {
            case TAKEN:
                return SendResult.done();
            case REFUSED:
                return SendResult.notWanted(String.valueOf(NOT_SUBSCRIBED));
            case UNCLEAR:
                messages.again(attempt);
                break;
            case FRESH:
                break;
        }
        var page = properties.orderPage().isEmpty() ? null : properties.orderPage() + message.orderNo();
        return handOver(message, attempt, message(openid, template.wechat(), page, fields.get()));
    }

    private SendResult handOver(OutboundMessage message, Attempt attempt, WxMaSubscribeMessage subscribed) {
        try {
            weChat.getSubscribeService().sendSubscribeMsg(subscribed);
            messages.sent(attempt, null);
            return counted(message, "sent", SendResult.done());
        } catch (WxErrorException answered) {
            return answered(message, attempt, answered.getError().getErrorCode());
        } catch (RuntimeException unanswered) {
            var cause = ExceptionUtils.getRootCause(unanswered);
            var code = cause.getClass().getSimpleName();
            var neverConnected = cause instanceof ConnectException || cause instanceof UnknownHostException;
            messages.became(attempt, neverConnected ? Message.Status.FAILED : Message.Status.UNKNOWN, code);
            return counted(message, neverConnected ? "try_later" : "unknown", SendResult.later(code));
        }
    }

    private SendResult answered(OutboundMessage message, Attempt attempt, int error) {
        var code = String.valueOf(error);
        if (error == NOT_SUBSCRIBED) {
            messages.became(attempt, Message.Status.REFUSED, code);
            return counted(message, "not_subscribed", SendResult.notWanted(code));
        }
        messages.became(attempt, Message.Status.FAILED, code);
        return PASSING.contains(error)
                ? counted(message, "try_later", SendResult.later(code))
                : counted(message, "refused", SendResult.never(code));
    }

    private SendResult counted(OutboundMessage message, String outcome, SendResult result) {
        log.info("{} by WeChat: {} {}", message, outcome, result.code());
        metrics.attempted(Channel.WECHAT, message.template(), outcome);
        return result;
    }

    private static WxMaSubscribeMessage message(
            String openid, String template, @Nullable String page, List<MsgData> fields) {
        return WxMaSubscribeMessage.builder()
                .toUser(openid)
                .templateId(template)
                .page(page)
                .data(fields)
                .build();
    }

    private static String masked(String openid) {
        return openid.length() < 12 ? "****" : openid.substring(0, 4) + "****";
    }
}
