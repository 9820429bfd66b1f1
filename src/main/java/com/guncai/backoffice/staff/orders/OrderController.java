package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The data behind the pages of orders, for programs. */
@Hidden
@Validated
@RestController("staffOrderController")
@RequestMapping("/staff/api/orders")
class OrderController {
    private final OrderList list;
    private final OrderStories stories;

    OrderController(OrderList list, OrderStories stories) {
        this.list = list;
        this.stories = stories;
    }

    @GetMapping
    Found found(
            OrderQuery query,
            Authentication staff,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        var page = list.page(query, staff, PageCursor.position(after), size);
        return new Found(page.items().stream().map(OrderController::item).toList(), page.next());
    }

    @GetMapping("/{orderNo}")
    Map<String, Object> story(@PathVariable String orderNo, Authentication staff) {
        return stories.read(orderNo, staff).json();
    }

    @PostMapping("/{orderNo}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable String orderNo, @RequestBody NewNote note, Authentication staff) {
        stories.note(orderNo, note.text(), staff);
    }

    private static Item item(OrderList.Item item) {
        var order = item.order();
        return new Item(
                order.orderNo(),
                order.service(),
                order.status(),
                item.customerPhone(),
                order.payableFen(),
                order.paidFen(),
                BusinessTime.offset(order.createdAt()));
    }

    /** @param next for {@code after}; {@code null} on the last page */
    record Found(List<Item> items, @Nullable String next) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Item(
            String orderNo,
            ServiceCode service,
            OrderStatus status,
            String customerPhone,
            long payableFen,
            long paidFen,
            OffsetDateTime createdAt) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record NewNote(@Nullable String text) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
