package com.guncai.backoffice.notification;

import com.guncai.backoffice.process.CasesUnattended;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.TaskEscalationDue;
import com.guncai.backoffice.process.TaskReminderDue;
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

    Notifications(MessageProcess messages, OwnerMessages owners) {
        this.messages = messages;
        this.owners = owners;
    }

    /**
     * Tells whoever is on duty at a desk, by SMS.
     *
     * @param orderNo or the number of another case that its process keeps as {@code orderNo}: a purchase
     * @param desk the staff group, {@code flower-desk}
     * @param template {@code DESK_ORDER_PAID}, …
     */
    public void tellDesk(String orderNo, String desk, String template) {
        messages.start(orderNo, desk, template);
    }

    /**
     * Tells the customer, by WeChat where they subscribed, else by SMS to the bound phone.
     *
     * @param template {@code CUSTOMER_ORDER_ACCEPTED}, …
     */
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
    public boolean tellOwners(String caseNo) {
        return owners.tell(caseNo);
    }
}
