package com.guncai.backoffice.notification;

import com.guncai.backoffice.process.CasesUnattended;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.TaskEscalationDue;
import com.guncai.backoffice.process.TaskReminderDue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What diagrams call as {@code ${notification.…}}: messages to staff and customers. Unless said otherwise local: a call
 * starts a {@link MessageProcess}, which sends the message once the caller's transaction has committed.
 */
@Component("notification")
public class Notifications implements ModelBean {
    private static final String MANAGERS = "managers";

    private final MessageProcess messages;
    private final OwnerMessages owners;
    private final NotificationProperties properties;
    private final ObjectProvider<StaffGroup> groups;

    Notifications(
            MessageProcess messages,
            OwnerMessages owners,
            NotificationProperties properties,
            ObjectProvider<StaffGroup> groups) {
        this.messages = messages;
        this.owners = owners;
        this.properties = properties;
        this.groups = groups;
    }

    /** A message with a typing error would be sent to nobody. */
    @Override
    public @Nullable String fault(String action, List<@Nullable String> texts) {
        return switch (action) {
            case "tellDesk" -> {
                var desk = texts.get(1);
                yield desk != null
                                && groups.stream().noneMatch(group -> group.id().equals(desk))
                        ? "岗位 %s 不存在，可以用的有 %s".formatted(desk, desks())
                        : templateFault(texts.get(2), "DESK_");
            }
            case "tellCustomer" -> templateFault(texts.get(1), "CUSTOMER_");
            default -> null;
        };
    }

    private String desks() {
        return groups.stream().map(StaffGroup::id).distinct().sorted().collect(Collectors.joining("、"));
    }

    private @Nullable String templateFault(@Nullable String template, String audience) {
        if (template == null
                || (template.startsWith(audience) && properties.templates().containsKey(template))) {
            return null;
        }
        return "消息模板 %s 不存在，可以用的有 %s"
                .formatted(
                        template,
                        properties.templates().keySet().stream()
                                .filter(known -> known.startsWith(audience))
                                .sorted()
                                .collect(Collectors.joining("、")));
    }

    /**
     * Tells whoever is on duty at a desk, by SMS.
     *
     * @param orderNo or the number of another case that its process keeps as {@code orderNo}: a purchase
     * @param desk the staff group, {@code flower-desk}
     * @param template {@code DESK_ORDER_PAID}, …
     */
    @ModelAction(ModelAction.ANY_PROCESS)
    public void tellDesk(String orderNo, String desk, String template) {
        messages.start(orderNo, desk, template);
    }

    /**
     * Tells the customer, by WeChat where they subscribed, else by SMS to the bound phone.
     *
     * @param template {@code CUSTOMER_ORDER_ACCEPTED}, …
     */
    @ModelAction(ModelAction.ANY_PROCESS)
    public void tellCustomer(String orderNo, String template) {
        messages.start(orderNo, null, template);
    }

    /** Its group is reminded of a task, once; {@code Deadlines.dmn} says when. */
    @EventListener
    void on(TaskReminderDue due) {
        due.groups().forEach(group -> tellDesk(due.caseNo(), group, due.message()));
    }

    /** Managers are told of a task that stays undone, once. */
    @EventListener
    void on(TaskEscalationDue due) {
        tellDesk(due.caseNo(), MANAGERS, "DESK_TASK_ESCALATED");
    }

    /** Managers are told once a day of orders that no process has. */
    @EventListener
    void on(CasesUnattended found) {
        tellDesk(found.orderNo(), MANAGERS, "DESK_ORDER_WITHOUT_PROCESS");
    }

    /**
     * Tells the next owners of a batch of coupons, by SMS, each once. Remote.
     *
     * @return whether everybody has been told
     */
    @ModelAction("CouponIssueProcess")
    public boolean tellOwners(String caseNo) {
        return owners.tell(caseNo);
    }
}
