package com.guncai.backoffice.topup;

import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.SearchDigests;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Which phone gets how much, in fen, and what became of it. The phone is encrypted. */
@Entity
@EntityListeners(SearchDigests.class)
class TopUpOrder implements SearchDigests.Searchable {
    @Id
    private String orderNo;

    @Convert(converter = PersonalDataCipher.class)
    private String phone;

    private @Nullable String phoneDigest;
    private long faceFen;
    private @Nullable String transactionNo;
    private @Nullable Long purchaseCostFen;

    @Convert(converter = TypedText.class)
    private @Nullable String failureReason;

    /** Whether nothing is recorded yet of the top-up that repeats an earlier one. */
    private boolean doneAgain;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected TopUpOrder() {}

    TopUpOrder(String orderNo, TopUpOrderRequest request) {
        this.orderNo = orderNo;
        this.phone = request.phone();
        this.faceFen = request.faceFen();
    }

    @Override
    public void keep(SearchDigests digests) {
        phoneDigest = digests.phone(phone);
    }

    void toppedUp(Purchase purchase) {
        transactionNo = purchase.transactionNo();
        purchaseCostFen = purchase.costFen();
        doneAgain = false;
    }

    /** To be topped up once more: what is recorded next comes besides what was bought before. */
    void reopened() {
        doneAgain = true;
        failureReason = null;
    }

    boolean isDoneAgain() {
        return doneAgain;
    }

    void failed(String reason) {
        failureReason = reason;
    }

    String orderNo() {
        return orderNo;
    }

    String phone() {
        return phone;
    }

    long faceFen() {
        return faceFen;
    }

    @Nullable
    String transactionNo() {
        return transactionNo;
    }

    @Nullable
    Long purchaseCostFen() {
        return purchaseCostFen;
    }

    /** Why the latest attempt failed; kept when a later one succeeds. */
    @Nullable
    String failureReason() {
        return failureReason;
    }
}
