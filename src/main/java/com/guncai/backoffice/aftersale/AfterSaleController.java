package com.guncai.backoffice.aftersale;

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
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers who want help with an order. */
@Tag(name = "订单")
@RestController
class AfterSaleController {
    private static final int MOST_PICTURES = 3;

    private final AfterSaleSubmission submission;
    private final OrderViews views;
    private final JsonPart json;

    AfterSaleController(AfterSaleSubmission submission, OrderViews views, JsonPart json) {
        this.submission = submission;
        this.views = views;
        this.json = json;
    }

    @Operation(summary = "联系客服", description = "multipart：request 是 JSON，picture 是 0 到 3 张图片（JPG、PNG、WebP，每张 10MB 以内）")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = Parts.class),
                            encoding = @Encoding(name = "request", contentType = MediaType.APPLICATION_JSON_VALUE)))
    @RetryOnConflict
    @PostMapping(path = "/api/v1/orders/{orderNo}/after-sales", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderView request(
            CurrentCustomer customer,
            @PathVariable String orderNo,
            @Parameter(hidden = true) @RequestPart(required = false) @Nullable Part request,
            @Parameter(hidden = true) @RequestPart(required = false) @Nullable List<Part> picture)
            throws IOException {
        if (request == null) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "请填写问题类型和说明");
        }
        var files = Objects.requireNonNullElse(picture, List.<Part>of());
        if (files.size() > MOST_PICTURES) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "图片最多 " + MOST_PICTURES + " 张");
        }
        var sources = files.stream()
                .map(file -> (InputStreamSource) file::getInputStream)
                .toList();
        return views.of(
                submission.submit(customer, orderNo, json.read(request, AfterSaleRequest.class, "售后申请的内容有误"), sources));
    }

    @Schema(name = "AfterSale")
    record Parts(AfterSaleRequest request, @Schema(type = "string", format = "binary") Object picture) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
