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

    Delivery send(Letter letter, String openid) {
        var template = properties.template(letter.template());
        if (template.wechat().isEmpty()) {
            return Delivery.notWanted("NO_TEMPLATE");
        }
        var fields = WeChatFields.filled(template.wechatFields(), letter.params());
        if (fields.isEmpty()) {
            return Delivery.notWanted("NO_VALUE");
        }
        var attempt = messages.begin(letter, Channel.WECHAT, masked(openid), openid);
        switch (attempt.state()) {
            case TAKEN:
                return Delivery.done();
            case REFUSED:
                return Delivery.notWanted(String.valueOf(NOT_SUBSCRIBED));
            case UNCLEAR:
                messages.again(attempt);
                break;
            case FRESH:
                break;
        }
        var page = properties.orderPage().isEmpty() ? null : properties.orderPage() + letter.orderNo();
        return handOver(letter, attempt, message(openid, template.wechat(), page, fields.get()));
    }

    private Delivery handOver(Letter letter, Attempt attempt, WxMaSubscribeMessage message) {
        try {
            weChat.getSubscribeService().sendSubscribeMsg(message);
            messages.sent(attempt, null);
            return counted(letter, "sent", Delivery.done());
        } catch (WxErrorException answered) {
            return answered(letter, attempt, answered.getError().getErrorCode());
        } catch (RuntimeException unanswered) {
            Throwable cause = unanswered;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            var code = cause.getClass().getSimpleName();
            var neverConnected = cause instanceof ConnectException || cause instanceof UnknownHostException;
            messages.became(attempt, neverConnected ? Message.Status.FAILED : Message.Status.UNKNOWN, code);
            return counted(letter, neverConnected ? "try_later" : "unknown", Delivery.later(code));
        }
    }

    private Delivery answered(Letter letter, Attempt attempt, int error) {
        var code = String.valueOf(error);
        if (error == NOT_SUBSCRIBED) {
            messages.became(attempt, Message.Status.REFUSED, code);
            return counted(letter, "not_subscribed", Delivery.notWanted(code));
        }
        messages.became(attempt, Message.Status.FAILED, code);
        return PASSING.contains(error)
                ? counted(letter, "try_later", Delivery.later(code))
                : counted(letter, "refused", Delivery.never(code));
    }

    private Delivery counted(Letter letter, String outcome, Delivery delivery) {
        log.info("{} by WeChat: {} {}", letter, outcome, delivery.code());
        metrics.attempted(Channel.WECHAT, letter.template(), outcome);
        return delivery;
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
