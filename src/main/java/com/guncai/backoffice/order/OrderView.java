package com.guncai.backoffice.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. Amounts in fen, times in Asia/Shanghai. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String orderNo,
        ServiceCode service,
        OrderStatus status,
        long priceFen,
        long discountFen,
        long payableFen,
        long paidFen,
        OffsetDateTime createdAt,
        @Schema(description = "待支付时给出：过了这个时间自动取消") @Nullable OffsetDateTime payBefore,
        @Schema(description = "待支付时给出，交给 wx.requestPayment；为 null 时用 POST /orders/{orderNo}/payment 再取")
                @JsonInclude
                @Nullable
                Prepay prepay,
        @Schema(type = "object", description = "下单时填写的内容") Object details,
        OrderDetails.@Nullable Shop shop,
        @Nullable String rejectReason,
        @Schema(description = "最新的一笔退款") OrderRefunds.@Nullable RefundView refund,
        @Schema(description = "所有退款，新的在后") List<OrderRefunds.RefundView> refunds,
        @Schema(description = "所有售后，新的在后") List<OrderAfterSales.AfterSaleView> afterSales,
        @Schema(description = "此刻可以调用的操作") List<String> actions,
        List<Line> timeline) {

    /** One line of the timeline. */
    public record Line(OffsetDateTime at, String text) {}

    /** The answer that creates a payable order; {@code null} when WeChat Pay could not be reached. */
    public OrderView payableBy(@Nullable Prepay prepay) {
        return new OrderView(
                orderNo,
                service,
                status,
                priceFen,
                discountFen,
                payableFen,
                paidFen,
                createdAt,
                payBefore,
                prepay,
                details,
                shop,
                rejectReason,
                refund,
                refunds,
                afterSales,
                actions,
                timeline);
    }

    /** Neither for whom it is nor what its customer wrote. */
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
