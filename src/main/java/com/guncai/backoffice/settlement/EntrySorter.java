package com.guncai.backoffice.settlement;

import com.guncai.backoffice.coupon.CouponBatches;
import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.ClosedEntries;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.LedgerEntry;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says to which figures of a statement entries of the ledger belong, some thousand at a time. */
@Component
class EntrySorter {
    /** A statement is made of these. */
    static final Set<Fact> FACTS = EnumSet.of(
            Fact.ORDER_PAID,
            Fact.COUPON_REDEEMED,
            Fact.COUPON_RETURNED,
            Fact.REFUNDED,
            Fact.REFUNDED_BY_HAND,
            Fact.CASHBACK_PAID,
            Fact.CODES_RECEIVED,
            Fact.CODES_DISCARDED,
            Fact.SETTLEMENT_RECEIVED,
            Fact.DIFFERENCE_RESOLVED,
            Fact.REVERSED);

    /** As the column of figures. */
    private static final int LONGEST_PART = 64;

    private final ClosedEntries ledger;
    private final CouponBatches batches;
    private final SettlementProperties properties;

    EntrySorter(ClosedEntries ledger, CouponBatches batches, SettlementProperties properties) {
        this.ledger = ledger;
        this.batches = batches;
        this.properties = properties;
    }

    /** @param period to which they count */
    List<Part> sort(List<LedgerEntry> entries, YearMonth period) {
        var known = new Known(
                ledger.facts(values(entries.stream().map(LedgerEntry::reverses))),
                batches.of(values(entries.stream().map(LedgerEntry::couponId))),
                ledger.paidAt(
                        values(entries.stream().filter(EntrySorter::isRefund).map(LedgerEntry::orderNo))),
                BusinessTime.startOf(period.atDay(1)));
        return entries.stream().flatMap(entry -> parts(entry, known)).toList();
    }

    private static <T> List<T> values(Stream<@Nullable T> all) {
        return all.flatMap(Stream::ofNullable).distinct().toList();
    }

    private static boolean isRefund(LedgerEntry entry) {
        return switch (entry.fact()) {
            case REFUNDED, REFUNDED_BY_HAND, COUPON_RETURNED -> true;
            default -> false;
        };
    }

    /** What a reversing entry is about is what the entry that it takes back is about. */
    private Stream<Part> parts(LedgerEntry entry, Known known) {
        var reverses = entry.reverses();
        var fact = reverses == null
                ? entry.fact()
                : Objects.requireNonNullElse(known.facts().get(reverses), entry.fact());
        return entry.lines().stream().flatMap(line -> {
            var section = section(fact, line.account());
            if (section == null) {
                return Stream.empty();
            }
            var part = part(section, entry, line.account(), known.batches());
            var service = Objects.requireNonNullElse(entry.service(), "");
            var key = new Figure.Key(section, service, part.substring(0, Math.min(LONGEST_PART, part.length())));
            return Stream.of(new Part(entry, key, amount(section, line.amountFen()), known.reason(entry)));
        });
    }

    private static @Nullable Section section(Fact fact, Account account) {
        return switch (fact) {
            case COUPON_REDEEMED, COUPON_RETURNED -> claim(account);
            case ORDER_PAID -> account.kind() == Account.Kind.WECHAT ? Section.PAYMENT : null;
            case REFUNDED, REFUNDED_BY_HAND -> isMoney(account) ? Section.REFUND : null;
            case CASHBACK_PAID -> isMoney(account) ? Section.CASHBACK : null;
            case CODES_RECEIVED -> account.kind() == Account.Kind.CODE_STOCK ? Section.CODES_BOUGHT : null;
            case CODES_DISCARDED -> account.kind() == Account.Kind.DISCARDED ? Section.DISCARDED : null;
            case SETTLEMENT_RECEIVED -> isMoney(account) ? Section.RECEIVED : null;
            case DIFFERENCE_RESOLVED -> isMoney(account) ? Section.DIFFERENCE : null;
            default -> null;
        };
    }

    private static @Nullable Section claim(Account account) {
        if (account.kind() != Account.Kind.PICC) {
            return null;
        }
        return switch (String.valueOf(account.part())) {
            case "DEDUCTION" -> Section.DEDUCTION;
            case "CASHBACK" -> Section.CASHBACK_COUPON;
            default -> Section.CODE;
        };
    }

    private static boolean isMoney(Account account) {
        return switch (account.kind()) {
            case WECHAT, ALIPAY, BANK -> true;
            default -> false;
        };
    }

    private String part(Section section, LedgerEntry entry, Account account, Map<Long, String> batchOf) {
        var coupon = entry.couponId();
        return switch (section) {
            case DEDUCTION, CASHBACK_COUPON, CODE -> coupon == null ? "" : batchOf.getOrDefault(coupon, "");
            case PAYMENT -> properties.accountHolder().label();
            case CODES_BOUGHT -> entry.reference();
            case DISCARDED -> entry.reference().split("/", 2)[0];
            default -> account.kind().label();
        };
    }

    private static long amount(Section section, long gainedFen) {
        return section == Section.REFUND || section == Section.CASHBACK ? -gainedFen : gainedFen;
    }

    /** What else has to be known of some entries. */
    private record Known(Map<Long, Fact> facts, Map<Long, String> batches, Map<String, Instant> paidAt, Instant begin) {
        @Nullable
        String reason(LedgerEntry entry) {
            if (entry.occurredAt().isBefore(begin)) {
                return "发生在 " + BusinessTime.local(entry.occurredAt()).toLocalDate() + "，那个月结账后才入账";
            }
            if (entry.fact() == Fact.REVERSED) {
                return "冲正：" + entry.text();
            }
            var orderNo = entry.orderNo();
            var paid = orderNo == null ? null : paidAt.get(orderNo);
            return paid == null || !paid.isBefore(begin)
                    ? null
                    : "订单在 " + BusinessTime.local(paid).toLocalDate() + " 付款，本月退款";
        }
    }
}
