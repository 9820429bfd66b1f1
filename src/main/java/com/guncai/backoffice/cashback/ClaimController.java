package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.shared.JsonPart;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.RetryOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handing in a receipt for cash back, and mending its payee. */
@Tag(name = "下单")
@RestController
@RequestMapping("/api/v1/cashback-claims")
class ClaimController {
    private final ClaimSubmission submission;
    private final CashbackClaims claims;
    private final OrderViews views;
    private final JsonPart json;

    ClaimController(ClaimSubmission submission, CashbackClaims claims, OrderViews views, JsonPart json) {
        this.submission = submission;
        this.claims = claims;
        this.views = views;
        this.json = json;
    }

    /** {@code wx.uploadFile} sends the claim as a plain field, browsers as a part with a type; both are a {@link Part}. */
    @Operation(
            summary = "凭证返现",
            description = "multipart：claim 是 JSON，receipt 是支付凭证图片（JPG、PNG、WebP，10MB 以内）。没有有效券时订单为 REJECTED")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = Parts.class),
                            encoding = @Encoding(name = "claim", contentType = MediaType.APPLICATION_JSON_VALUE)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    OrderView submit(
            CurrentCustomer customer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Parameter(hidden = true) @RequestPart(required = false) @Nullable Part claim,
            @Parameter(hidden = true) @RequestPart(required = false) @Nullable Part receipt)
            throws IOException {
        if (claim == null) {
            throw ProblemException.invalid(ProblemCode.CLAIM_MISSING, "请填写返现申请");
        }
        if (receipt == null) {
            throw ProblemException.invalid(ProblemCode.RECEIPT_MISSING, "请上传支付凭证");
        }
        return views.of(submission.submit(
                customer, idempotencyKey, json.read(claim, ClaimRequest.class, "返现申请的内容有误"), receipt::getInputStream));
    }

    @Operation(summary = "更正收款信息", description = "转账未成功、订单的 details.awaitingPayee 为 true 时")
    @RetryOnConflict
    @PostMapping("/{orderNo}/payee")
    OrderView correctPayee(
            CurrentCustomer customer, @PathVariable String orderNo, @Valid @RequestBody PayeeRequest payee) {
        return views.of(claims.correctPayee(customer, orderNo, Payee.of(payee)));
    }

    @Schema(name = "CashbackClaim")
    record Parts(ClaimRequest claim, @Schema(type = "string", format = "binary") Object receipt) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
