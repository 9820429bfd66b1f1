package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.SandboxClock;
import com.guncai.backoffice.sandbox.wechatpay.BillFault.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with the bills now. */
public final class BillFaults {
    private final List<BillFault> faults = new ArrayList<>();
    private final Map<BillFault, LocalDate> days = new HashMap<>();

    public synchronized void add(BillFault fault) {
        faults.add(fault);
    }

    public synchronized void clear() {
        faults.clear();
        days.clear();
    }

    public synchronized List<BillFault> all() {
        return List.copyOf(faults);
    }

    synchronized boolean is(Kind kind) {
        return faults.stream().anyMatch(fault -> fault.fault() == kind);
    }

    /** The payments that a day's bill lists. */
    synchronized List<PayOrder> payments(List<PayOrder> paid, LocalDate day) {
        var listed = paid.stream()
                .filter(order -> day.equals(day(order.successTime(), order.orderNo())))
                .filter(order -> find(Kind.MISSING, order.orderNo()) == null)
                .flatMap(order -> {
                    var other = find(Kind.AMOUNT, order.orderNo());
                    var line = other == null ? order : order.costing(other.fen());
                    return find(Kind.DUPLICATE, order.orderNo()) == null ? Stream.of(line) : Stream.of(line, line);
                });
        return Stream.concat(listed, of(Kind.ADDED, day).map(fault -> added(fault, day)))
                .toList();
    }

    /** What was taken to the bank on a day. */
    synchronized List<Long> moved(LocalDate day) {
        return of(Kind.MOVED, day).map(BillFault::fen).toList();
    }

    synchronized OptionalLong feeFen(String orderNo) {
        var fault = find(Kind.FEE, orderNo);
        return fault == null ? OptionalLong.empty() : OptionalLong.of(fault.fen());
    }

    private @Nullable LocalDate day(@Nullable Instant instant, String orderNo) {
        if (instant == null) return null;
        var day = instant.atZone(SandboxClock.ZONE).toLocalDate();
        return find(Kind.DAY, orderNo) == null ? day : day.plusDays(1);
    }

    private @Nullable BillFault find(Kind kind, String orderNo) {
        return faults.stream()
                .filter(fault -> fault.fault() == kind && orderNo.equals(fault.orderNo()))
                .findFirst()
                .orElse(null);
    }

    private Stream<BillFault> of(Kind kind, LocalDate day) {
        return faults.stream()
                .filter(fault -> fault.fault() == kind)
                .filter(fault -> days.computeIfAbsent(fault, first -> day).equals(day));
    }

    private static PayOrder added(BillFault fault, LocalDate day) {
        var at = day.atTime(12, 0).atZone(SandboxClock.ZONE).toInstant();
        var orderNo = Objects.requireNonNullElse(fault.orderNo(), "X" + day.toEpochDay());
        return new PayOrder(
                        orderNo,
                        "o-nobody",
                        "不知道是什么",
                        fault.fen(),
                        null,
                        "",
                        null,
                        at,
                        "",
                        PayOrder.State.NOTPAY,
                        null,
                        null,
                        null)
                .paidAt(at, "4200" + orderNo, "");
    }
}
