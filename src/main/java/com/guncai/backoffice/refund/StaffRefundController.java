package com.guncai.backoffice.refund;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.RetryOnConflict;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff who give money back at any paid order. */
@Hidden
@RestController
class StaffRefundController {
    private final Refunds refunds;

    StaffRefundController(Refunds refunds) {
        this.refunds = refunds;
    }

    @RetryOnConflict
    @PostMapping("/staff/api/orders/{orderNo}/refund")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@PathVariable String orderNo, @Valid @RequestBody Proposal proposal, Principal staff) {
        var fen = Money.fenOfYuanIfAny(proposal.refundYuan());
        return new Opened(refunds.propose(orderNo, fen, proposal.reason(), staff.getName()));
    }

    /** @param refundYuan a number or a text; empty for all that is left */
    record Proposal(
            @Nullable Object refundYuan,
            @NotBlank(message = "请填写退款原因") @Size(max = 200, message = "退款原因最多 200 字") String reason) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Opened(String refundNo) {}
}
