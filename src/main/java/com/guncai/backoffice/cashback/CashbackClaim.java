package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.SearchDigests;
import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was spent on what, who gets the coupon's face value for it, and who said so. Amounts in fen; the payee is encrypted. */
@Entity
@EntityListeners(SearchDigests.class)
class CashbackClaim implements SearchDigests.Searchable {
    @Id
    private String orderNo;

    private long customerId;

    private ServiceCode service;

    private @Nullable String brand;
    private @Nullable String item;
    private long spentFen;
    private @Nullable Long faceFen;

    @Embedded
    private Payee payee;

    private String payeeDigest;
    private @Nullable String phoneDigest;
    private @Nullable String nameDigest;
    private Instant submittedAt;
    private @Nullable String reviewer;
    private @Nullable String payer;
    private @Nullable String transferNo;
    private @Nullable Instant transferredAt;

    @Convert(converter = TypedText.class)
    private @Nullable String failureReason;

    private boolean awaitingPayee;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected CashbackClaim() {}

    /** @param request as {@link CashbackOffers#checked} leaves it */
    CashbackClaim(
            String orderNo,
            long customerId,
            ClaimRequest request,
            @Nullable Long faceFen,
            Payee payee,
            String payeeDigest,
            Instant now) {
        this.orderNo = orderNo;
        this.customerId = customerId;
        this.service = request.service();
        this.brand = request.brand();
        this.item = request.item();
        this.spentFen = request.spentFen();
        this.faceFen = faceFen;
        this.payee = payee;
        this.payeeDigest = payeeDigest;
        this.submittedAt = now;
    }

    @Override
    public void keep(SearchDigests digests) {
        phoneDigest = digests.phone(payee.phone());
        nameDigest = digests.nameIfAny(payee.realName());
    }

    void approved(@Nullable String staff) {
        reviewer = staff;
    }

    /** Whether somebody reviewed the claim: they may not pay it as well. */
    boolean wasReviewedBy(@Nullable String staff) {
        return staff != null && staff.equals(reviewer);
    }

    void transferred(String number, @Nullable String staff, Instant now) {
        transferNo = number;
        payer = staff;
        transferredAt = now;
    }

    void failed(String reason) {
        failureReason = reason;
        awaitingPayee = true;
    }

    void corrected(Payee corrected, String digest) {
        if (!awaitingPayee) {
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "收款信息暂时不能修改。转账未成功时，我们会请您更正");
        }
        payee = corrected;
        payeeDigest = digest;
        awaitingPayee = false;
    }

    void givenUp() {
        awaitingPayee = false;
    }

    String orderNo() {
        return orderNo;
    }

    long customerId() {
        return customerId;
    }

    ServiceCode service() {
        return service;
    }

    /** Brand or item, what there is. */
    String choice() {
        var both = Objects.requireNonNullElse(brand, "") + "　" + Objects.requireNonNullElse(item, "");
        return both.strip();
    }

    @Nullable
    String brand() {
        return brand;
    }

    @Nullable
    String item() {
        return item;
    }

    long spentFen() {
        return spentFen;
    }

    /** What its coupon pays back; {@code null} when it was rejected for want of one. */
    @Nullable
    Long faceFen() {
        return faceFen;
    }

    Payee payee() {
        return payee;
    }

    String payeeDigest() {
        return payeeDigest;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String reviewer() {
        return reviewer;
    }

    /** User id of who transferred the money. */
    @Nullable
    String payer() {
        return payer;
    }

    @Nullable
    Instant transferredAt() {
        return transferredAt;
    }

    @Nullable
    String transferNo() {
        return transferNo;
    }

    /** Why the latest transfer failed; kept when a later one succeeds. */
    @Nullable
    String failureReason() {
        return failureReason;
    }

    boolean isAwaitingPayee() {
        return awaitingPayee;
    }
}
