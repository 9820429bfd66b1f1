package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.Masked;
import java.util.List;

/** Whom a batch of issued coupons concerns, for the messages that tell them. The module of the batches answers. */
public interface CouponRecipients {

    /** The next who have not been told, at most so many; those who were tried least come first. */
    List<Recipient> untold(String caseNo, int most);

    /**
     * Remembers what became of a message, whatever becomes of the caller's transaction.
     *
     * @param outcome {@code SENT} or the code of a refusal
     */
    void told(String caseNo, int row, String outcome);

    /** It may work later. Stays so, whatever becomes of the caller's transaction. */
    void triedInVain(String caseNo, int row);

    /**
     * @param row in the batch
     * @param phone in full
     * @param coupon the name of the product
     * @param tries how often a message could not be sent
     */
    record Recipient(int row, String phone, int quantity, String coupon, int tries) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
