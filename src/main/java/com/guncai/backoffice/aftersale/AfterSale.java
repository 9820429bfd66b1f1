package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request for help and what became of it. What people wrote is encrypted. */
@Entity
class AfterSale {
    @Id
    private String afterSaleNo;

    private @Nullable String orderNo;

    @Enumerated(EnumType.STRING)
    private AfterSaleOrigin origin;

    @Enumerated(EnumType.STRING)
    private AfterSaleState state;

    private @Nullable String topic;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String text;

    private @Nullable String openedBy;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable AfterSaleOutcome outcome;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String answer;

    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant solvedAt;
    private @Nullable String refundNo;
    private @Nullable String complaintId;
    private @Nullable String openComplaint;
    private @Nullable String openFor;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected AfterSale() {}

    private AfterSale(String afterSaleNo, AfterSaleOrigin origin, Instant now) {
        this.afterSaleNo = afterSaleNo;
        this.origin = origin;
        this.state = AfterSaleState.OPEN;
        this.openedAt = now;
    }

    /** @param staff who opened it; {@code null} when the customer did, who has one open at a time */
    static AfterSale of(
            String afterSaleNo, String orderNo, AfterSaleRequest request, @Nullable String staff, Instant now) {
        var opened = new AfterSale(afterSaleNo, staff == null ? AfterSaleOrigin.CUSTOMER : AfterSaleOrigin.STAFF, now);
        opened.orderNo = orderNo;
        opened.topic = request.topic().strip();
        opened.text = request.text().strip();
        opened.openedBy = staff;
        opened.openFor = staff == null ? orderNo : null;
        return opened;
    }

    /** What it is about has still to be fetched. */
    static AfterSale complaint(String afterSaleNo, String complaintId, Instant now) {
        var opened = new AfterSale(afterSaleNo, AfterSaleOrigin.COMPLAINT, now);
        opened.complaintId = complaintId;
        opened.openComplaint = complaintId;
        return opened;
    }

    /** @param orderNo {@code null} when it names no order of ours */
    void fetched(@Nullable String orderNo, String topic, String text) {
        this.orderNo = orderNo;
        this.topic = topic;
        this.text = text;
    }

    /** @throws ProblemException {@code AFTER_SALE_STATE} when it is solved */
    void answered(AfterSaleOutcome outcome, String answer, @Nullable String staff, Instant now) {
        if (state == AfterSaleState.SOLVED) {
            throw ProblemException.conflict(ProblemCode.AFTER_SALE_STATE, "该售后已处理完，请刷新查看");
        }
        this.state = AfterSaleState.ANSWERED;
        this.outcome = outcome;
        this.answer = answer;
        this.answeredBy = staff;
        this.answeredAt = now;
    }

    void refunding(String refundNo) {
        this.refundNo = refundNo;
    }

    void solved(Instant now) {
        state = AfterSaleState.SOLVED;
        solvedAt = now;
        openComplaint = null;
        openFor = null;
    }

    String afterSaleNo() {
        return afterSaleNo;
    }

    /** {@code null} while a complaint is not fetched, and when it names no order of ours. */
    @Nullable
    String orderNo() {
        return orderNo;
    }

    AfterSaleOrigin origin() {
        return origin;
    }

    AfterSaleState state() {
        return state;
    }

    /** {@code null} while a complaint is not fetched. */
    @Nullable
    String topic() {
        return topic;
    }

    /** {@code null} also when it was forgotten. */
    @Nullable
    String text() {
        return text;
    }

    @Nullable
    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    AfterSaleOutcome outcome() {
        return outcome;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    String answeredBy() {
        return answeredBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    String refundNo() {
        return refundNo;
    }

    /** WeChat Pay's number; {@code null} unless it is a complaint. */
    @Nullable
    String complaintId() {
        return complaintId;
    }
}
