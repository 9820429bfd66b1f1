package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.OrderSearch.Found;
import com.guncai.backoffice.order.OrderSearch.Position;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.spreadsheet.Workbook;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the search finds, as a workbook: read page by page and written row by row, whatever there is. A phone is in full for
 * whoever needs it for the work at that order. Who took what along is recorded before it goes out.
 */
@Hidden
@RestController
class OrderDownloads {
    /** What a workbook takes, and people can still open. */
    static final int MOST = 200_000;

    private static final int AT_ONCE = 1_000;

    private static final List<String> HEADER =
            List.of("订单号", "业务", "状态", "下单时间", "用户手机", "原价（元）", "优惠（元）", "应付（元）", "实付（元）", "已退（元）");

    private final OrderSearch search;
    private final OrderReaders readers;
    private final Customers customers;
    private final OrderExportRepository exports;
    private final Clock clock;

    OrderDownloads(
            OrderSearch search, OrderReaders readers, Customers customers, OrderExportRepository exports, Clock clock) {
        this.search = search;
        this.readers = readers;
        this.customers = customers;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/staff/orders/export.xlsx")
    void export(OrderQuery query, Authentication staff, HttpServletResponse response) throws IOException {
        var criteria = readers.criteria(query, staff);
        try (var workbook = new Workbook("订单", HEADER)) {
            var rows = 0;
            @Nullable Position after = null;
            List<Found> page;
            do {
                page = search.page(criteria, after, AT_ONCE);
                var phones = customers.phones(
                        page.stream().map(Found::customerId).distinct().toList());
                for (var order : page) {
                    workbook.row(row(order, phones, staff));
                    after = order.position();
                }
                rows += page.size();
            } while (page.size() == AT_ONCE && rows < MOST);
            if (rows == MOST) {
                workbook.row(List.of("只导出最新的 " + MOST + " 笔，请缩小范围后分次导出"));
            }
            exports.save(new OrderExport(
                    staff.getName(), BusinessTime.now(clock), OrderExport.Kind.ORDERS, query.parameters(), rows));
            Downloads.send(workbook, "订单.xlsx", response);
        }
    }

    private List<String> row(Found order, Map<Long, String> phones, Authentication staff) {
        var phone = phones.getOrDefault(order.customerId(), "");
        return List.of(
                order.orderNo(),
                order.service().label(),
                order.status().label(),
                Downloads.time(order.createdAt()),
                phone.isEmpty()
                        ? ""
                        : readers.reader(staff, order.service(), order.payableFen() > 0)
                                .phone(phone),
                Money.plainYuan(order.priceFen()),
                Money.plainYuan(order.discountFen()),
                Money.plainYuan(order.payableFen()),
                Money.plainYuan(order.paidFen()),
                Money.plainYuan(order.refundedFen()));
    }
}
