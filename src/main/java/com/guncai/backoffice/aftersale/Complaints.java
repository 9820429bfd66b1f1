package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.payment.Complaint;
import com.guncai.backoffice.payment.Outcome;
import com.guncai.backoffice.payment.WeChatComplaints;
import com.guncai.backoffice.receipt.PictureBulkhead;
import com.guncai.backoffice.receipt.ReceiptPicture;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Complaints at WeChat Pay: read there, answered and completed there. All of it may be repeated. */
@Service
class Complaints {
    private static final Logger log = LoggerFactory.getLogger(Complaints.class);
    private static final int MOST_PICTURES = 3;
    private static final int LONGEST_TEXT = 500;

    private final AfterSales afterSales;
    private final WeChatComplaints weChat;
    private final Orders orders;
    private final PictureBulkhead turns;
    private final Receipts store;

    Complaints(AfterSales afterSales, WeChatComplaints weChat, Orders orders, PictureBulkhead turns, Receipts store) {
        this.afterSales = afterSales;
        this.weChat = weChat;
        this.orders = orders;
        this.turns = turns;
        this.store = store;
    }

    /**
     * Fetches what the complaint says. Pictures are kept and the rest is recorded in transactions of their own, so that none is
     * open while files are stored, and the caller reads the case as it is afterwards.
     *
     * @throws IllegalStateException when WeChat Pay could not say; to be tried again
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void fetch(String afterSaleNo) {
        var afterSale = afterSales.get(afterSaleNo);
        if (afterSale.text() != null) {
            return;
        }
        var complaint = done(weChat.detail(number(afterSale)), afterSaleNo);
        store.keepAll(pictures(complaint), kept -> {
            afterSales.fetched(afterSaleNo, orderOf(complaint), topic(complaint), text(complaint), kept);
            return afterSaleNo;
        });
    }

    private @Nullable String orderOf(Complaint complaint) {
        return complaint.orderNos().stream()
                .flatMap(number -> orders.find(number).stream())
                .map(Order::orderNo)
                .findFirst()
                .orElse(null);
    }

    private static String topic(Complaint complaint) {
        return complaint.problem().isBlank() ? "微信投诉" : shortened(complaint.problem(), 20);
    }

    private static String text(Complaint complaint) {
        return complaint.text().isBlank() ? "（投诉没有写说明）" : shortened(complaint.text(), LONGEST_TEXT);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** One that cannot be had, or is none, is left out: the answer does not wait for it. */
    private List<ReceiptPicture> pictures(Complaint complaint) {
        return complaint.pictures().stream()
                .limit(MOST_PICTURES)
                .flatMap(address -> picture(address))
                .toList();
    }

    private Stream<ReceiptPicture> picture(String address) {
        if (!(weChat.picture(address) instanceof Outcome.Done<byte[]> file)) {
            return Stream.empty();
        }
        try {
            return Stream.of(turns.take(() -> ReceiptPicture.of(() -> new ByteArrayInputStream(file.value()))));
        } catch (ProblemException noPicture) {
            log.warn("A picture of a complaint was left out: {}", noPicture.code());
            return Stream.empty();
        }
    }

    /** Sends the answer; again when it changed. */
    void answer(String afterSaleNo) {
        var afterSale = afterSales.get(afterSaleNo);
        done(weChat.answer(number(afterSale), Objects.requireNonNull(afterSale.answer())), afterSaleNo);
    }

    /** One that is completed already stays so. */
    void complete(String afterSaleNo) {
        var id = number(afterSales.get(afterSaleNo));
        if (!done(weChat.detail(id), afterSaleNo).isProcessed()) {
            done(weChat.complete(id), afterSaleNo);
        }
    }

    private static String number(AfterSale afterSale) {
        return Objects.requireNonNull(afterSale.complaintId());
    }

    private static <T> T done(Outcome<T> outcome, String afterSaleNo) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new NonRetryableException("微信支付不受理（%s），售后 %s".formatted(refused.code(), afterSaleNo));
        }
        throw new IllegalStateException("微信支付没有应答，稍后再试，售后 " + afterSaleNo);
    }
}
