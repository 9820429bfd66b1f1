package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.Masked;
import java.util.List;

/**
 * What somebody complains of at WeChat Pay.
 *
 * @param problem WeChat's name of the problem; may be empty
 * @param orderNos as WeChat Pay knows them; of other merchants' orders too
 * @param pictures addresses at WeChat Pay, of which {@link WeChatComplaints#picture} has the files
 * @param isProcessed whether it is completed there
 */
public record Complaint(
        String complaintId,
        String problem,
        String text,
        List<String> orderNos,
        List<String> pictures,
        boolean isProcessed) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
