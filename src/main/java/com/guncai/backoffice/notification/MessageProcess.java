package com.guncai.backoffice.notification;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Connects the notification module with processes/MessageProcess.bpmn: each message is a case of its own, so that one
 * that cannot be sent keeps no order waiting. It sends each recipient at most one SMS, however often its job runs. What
 * the provider cannot do now is thrown and comes again with the job's retry; what it refuses becomes an incident at once.
 */
@Component
public class MessageProcess implements CaseProcess {
    private static final Logger log = LoggerFactory.getLogger(MessageProcess.class);

    private final Processes processes;
    private final Orders orders;
    private final Customers customers;
    private final DutyRoster roster;
    private final SmsChannel sms;
    private final WeChatChannel weChat;
    private final MessageMetrics metrics;
    private final List<MessageFacts> facts;

    MessageProcess(
            Processes processes,
            Orders orders,
            Customers customers,
            DutyRoster roster,
            SmsChannel sms,
            WeChatChannel weChat,
            MessageMetrics metrics,
            ObjectProvider<MessageFacts> facts) {
        this.processes = processes;
        this.orders = orders;
        this.customers = customers;
        this.roster = roster;
        this.sms = sms;
        this.weChat = weChat;
        this.metrics = metrics;
        this.facts = facts.stream().toList();
    }

    @Override
    public Map<String, List<@Nullable Object>> sampleStart() {
        return Map.of("desk", Arrays.asList("flower-desk", null), "template", List.of("DESK_ORDER_PAID"));
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("messageProcess.sendToDesk").orBy("messageProcess.sendToCustomer");
    }

    /** Each message, to whom and with which result, is a row of its own. */
    @Override
    public boolean keepsHistory() {
        return false;
    }

    /** Starts a case whose job sends the message after the caller's transaction has committed. */
    void start(String orderNo, @Nullable String desk, String template) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(Processes.ORDER_NO, orderNo);
        variables.put("desk", desk);
        variables.put("template", template);
        processes.start(this, orderNo + "-" + template, variables);
    }

    /**
     * Task_SendToDesk: an SMS to whoever is on duty. Variables: {@code service} if it is about an order, {@code orderNo}, and {@code link}, which
     * the template appends to the address of the order's short link {@code /t/…}.
     */
    @ModelAction
    public void sendToDesk(String orderNo, String desk, String template) {
        var onDuty = roster.onDuty(desk);
        if (onDuty.isEmpty()) {
            log.warn("{} of order {} not sent: nobody is on duty at {}", template, orderNo, desk);
            metrics.attempted(Channel.SMS, template, "nobody_on_duty");
            return;
        }
        // A refund, a purchase or a batch is no order of a service.
        var service = orders.find(orderNo).map(order -> order.service().label()).orElse("后台");
        var params = Map.of("service", service, "orderNo", orderNo, "link", orderNo);
        var message = new OutboundMessage(processes.currentStep(), orderNo, template, params, Map.of());
        concluded(
                message,
                onDuty.stream().map(number -> sms.send(message, number)).toList());
    }

    /**
     * Task_SendToCustomer: by WeChat where they subscribed, else by SMS to the bound phone. Variables: {@code service},
     * {@code orderNo}, {@code status}, and what the service adds ({@link MessageFacts}).
     */
    @ModelAction
    public void sendToCustomer(String orderNo, String template) {
        var order = orders.get(orderNo);
        var contact = customers.contact(order.customerId());
        var message = new OutboundMessage(
                processes.currentStep(), orderNo, template, paramsOf(order), placeholdersFor(order.service()));
        var result = weChat.send(message, contact.openid());
        if (result.state() == SendResult.State.NOT_WANTED) {
            var phone = contact.phone();
            result = phone == null ? sms.noNumber(message) : sms.send(message, phone);
        }
        concluded(message, List.of(result));
    }

    private Map<String, String> placeholdersFor(ServiceCode service) {
        var words = new HashMap<>(Map.of("service", "滚财", "status", "有新进展"));
        factsOf(service).forEach(source -> words.putAll(source.placeholders()));
        return words;
    }

    private Stream<MessageFacts> factsOf(ServiceCode service) {
        return facts.stream().filter(source -> source.concerns(service));
    }

    private Map<String, String> paramsOf(Order order) {
        var params = new LinkedHashMap<String, String>();
        params.put("service", order.service().label());
        params.put("orderNo", order.orderNo());
        params.put("status", order.status().label());
        factsOf(order.service()).forEach(source -> params.putAll(source.of(order.orderNo())));
        return params;
    }

    /** Everybody was tried; whoever was not reached comes again, before people are called for whoever never will be. */
    private static void concluded(OutboundMessage message, List<SendResult> results) {
        for (var result : results) {
            if (result.state() == SendResult.State.LATER) {
                throw new MessageDelayedException(
                        "消息 %s 还没发出（%s），稍后再试，订单 %s".formatted(message.template(), result.code(), message.orderNo()));
            }
        }
        for (var result : results) {
            if (result.state() == SendResult.State.NEVER) {
                throw new NonRetryableException(
                        "消息 %s 被拒绝（%s），订单 %s".formatted(message.template(), result.code(), message.orderNo()));
            }
        }
    }
}
