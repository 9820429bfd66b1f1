package com.guncai.backoffice.notification;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every message about an order: by which way, what it said, and what became of it. */
@Component
class MessageStory implements StorySection {
    private final MessageRepository messages;

    MessageStory(MessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return MESSAGES;
    }

    @Override
    public String title() {
        return "消息";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return messages.findByOrderNoOrderById(order.orderNo()).stream()
                .map(message -> entry(message, reader))
                .toList();
    }

    private static StoryEntry entry(Message message, StoryReader reader) {
        var text = message.text();
        return StoryEntry.of(message.createdAt(), way(message.channel()) + (toDesk(message) ? "给内勤" : "给用户"))
                .state(state(message.status()))
                .member("channel", message.channel().name())
                .member("template", message.template())
                .member("outcome", message.status().name())
                .row("内容", "text", text == null ? null : reader.text(text))
                .row("模板", message.template())
                .row("收件人", "recipient", message.recipient())
                .row("运营商答复", "code", message.code());
    }

    private static boolean toDesk(Message message) {
        return message.template().startsWith("DESK_");
    }

    private static String way(Channel channel) {
        return channel == Channel.SMS ? "短信" : "微信";
    }

    private static String state(Message.Status status) {
        return switch (status) {
            case SENDING -> "发送中";
            case SENT -> "已发出";
            case DELIVERED -> "已送达";
            case FAILED -> "没发出";
            case UNKNOWN -> "结果不明";
            case REFUSED -> "被拒绝";
        };
    }
}
