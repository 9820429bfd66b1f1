package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens after-sales, records the answers, and closes them. Whoever is at an order's after-sale locks the order's row first. */
@Service
@Transactional
class AfterSales {
    private static final int LONGEST_ANSWER = 200;

    private final AfterSaleRepository table;
    private final AfterSalePictures pictures;
    private final Receipts store;
    private final Orders orders;
    private final CaseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AfterSales(
            AfterSaleRepository table,
            AfterSalePictures pictures,
            Receipts store,
            Orders orders,
            CaseNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.pictures = pictures;
        this.store = store;
        this.orders = orders;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A customer asks for help, once at a time.
     *
     * @param kept names of the pictures in the store
     * @throws ProblemException {@code ORDER_STATE} while nothing is paid or handed in, {@code AFTER_SALE_OPEN}
     */
    Order request(CurrentCustomer customer, String orderNo, AfterSaleRequest request, List<String> kept) {
        check(orders.owned(customer, orderNo));
        var opened = table.saveAndFlush(AfterSale.of(numbers.next(), orderNo, request, null, BusinessTime.now(clock)));
        kept.forEach(store::belongsToCase);
        pictures.add(opened.afterSaleNo(), kept);
        orders.help(orderNo);
        orders.note(orderNo, "您已联系客服：" + request.topic().strip());
        events.publishEvent(new AfterSaleOpened(opened.afterSaleNo(), orderNo));
        return orders.get(orderNo);
    }

    /** Before pictures are drawn: as {@link #request} would refuse it. */
    void checkMayRequest(CurrentCustomer customer, String orderNo) {
        check(orders.owned(customer, orderNo));
    }

    private void check(Order order) {
        if (!isServed(order)) {
            throw ProblemException.conflict(
                    ProblemCode.ORDER_STATE, "订单当前状态（" + order.status().label() + "）不需要售后");
        }
        if (table.existsByOpenFor(order.orderNo())) {
            throw ProblemException.conflict(ProblemCode.AFTER_SALE_OPEN, "该订单已有售后在处理中，客服会尽快答复");
        }
    }

    /** Whether there is anything to help with. */
    static boolean isServed(Order order) {
        return order.status() != OrderStatus.AWAITING_PAYMENT && order.status() != OrderStatus.CANCELLED;
    }

    /** @return its number */
    String openByStaff(String orderNo, AfterSaleRequest request, String staff) {
        orders.help(orderNo);
        var opened = table.save(AfterSale.of(numbers.next(), orderNo, request, staff, BusinessTime.now(clock)));
        events.publishEvent(new AfterSaleOpened(opened.afterSaleNo(), orderNo));
        return opened.afterSaleNo();
    }

    /**
     * WeChat Pay says that somebody complains. The same again changes nothing while it is open.
     *
     * @param again whether one that was solved is opened anew
     * @return whether it was opened
     */
    boolean openComplaint(String complaintId, boolean again) {
        if (again ? table.existsByOpenComplaint(complaintId) : table.existsByComplaintId(complaintId)) {
            return false;
        }
        var opened = table.saveAndFlush(AfterSale.complaint(numbers.next(), complaintId, BusinessTime.now(clock)));
        events.publishEvent(new AfterSaleOpened(opened.afterSaleNo(), null));
        return true;
    }

    /** What the complaint says; told twice, nothing changes. */
    void fetched(String afterSaleNo, @Nullable String orderNo, String topic, String text, List<String> kept) {
        var complaint = get(afterSaleNo);
        if (complaint.text() == null) {
            complaint.fetched(orderNo, topic, text);
            if (orderNo != null) {
                orders.help(orderNo);
            }
            kept.forEach(store::belongsToCase);
            pictures.add(afterSaleNo, kept);
        }
    }

    /**
     * Customer service answers.
     *
     * @throws ProblemException {@code DECISION_REQUIRED}, {@code ANSWER_REQUIRED}, {@code TEXT_TOO_LONG}, {@code AFTER_SALE_STATE}
     */
    AfterSale answer(String afterSaleNo, @Nullable Object outcome, @Nullable Object entered, @Nullable String staff) {
        var agreed = AfterSaleOutcome.entered(outcome);
        var text = entered == null ? "" : String.valueOf(entered).strip();
        if (text.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.ANSWER_REQUIRED, "请写明给用户的答复");
        }
        if (text.length() > LONGEST_ANSWER) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "答复最多 " + LONGEST_ANSWER + " 字");
        }
        var afterSale = locked(afterSaleNo);
        if (afterSale.orderNo() == null && agreed != AfterSaleOutcome.EXPLAINED) {
            throw ProblemException.conflict(ProblemCode.AFTER_SALE_STATE, "这笔投诉没有对应的订单，只能答复说明");
        }
        afterSale.answered(agreed, text, staff, BusinessTime.now(clock));
        if (afterSale.orderNo() != null) {
            orders.note(afterSale.orderNo(), "客服答复（" + agreed.label() + "）：" + text);
        }
        return afterSale;
    }

    void refunding(String afterSaleNo, String refundNo) {
        locked(afterSaleNo).refunding(refundNo);
    }

    void solved(String afterSaleNo) {
        locked(afterSaleNo).solved(BusinessTime.now(clock));
    }

    private AfterSale locked(String afterSaleNo) {
        table.orderOf(afterSaleNo).ifPresent(orders::locked);
        return get(afterSaleNo);
    }

    @Transactional(readOnly = true)
    public AfterSale get(String afterSaleNo) {
        return table.findByAfterSaleNo(afterSaleNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.AFTER_SALE_NOT_FOUND, "没有这笔售后"));
    }
}
