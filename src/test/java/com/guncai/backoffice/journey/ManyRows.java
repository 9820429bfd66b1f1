package com.guncai.backoffice.journey;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * As many rows as years of work leave, written by SQL on PostgreSQL: of every kind of order, with receipts that all look alike,
 * coupons, codes, products, purchases, batches and refunds. The first of a kind is the one whose card is read.
 */
@TestComponent
class ManyRows {
    static final String FLOWERS = "RF0000000001";
    static final String TOP_UP = "RT0000000001";
    static final String COUPONS = "RM0000000001";
    static final String CLAIM = "RC0000000001";
    static final String PURCHASE = "RP0000000001";
    static final String ISSUE = "RB0000000001";
    static final String IMPORT = "RI0000000001";
    static final String REFUND = "RR0000000001";

    private static final String NO = " || lpad(cast(n as text), 10, '0')";
    private static final String N = " from generate_series(:from, :to) n";

    /** Lest plans depend on whether PostgreSQL has looked at the rows yet. */
    private static final String WITHOUT_STATISTICS =
            """
            do $$ declare ours text; begin
                for ours in select tablename from pg_tables where schemaname = 'public' and tablename not like 'act_%' loop
                    execute format('alter table %I set (autovacuum_enabled = false)', ours);
                end loop;
            end $$""";

    private final NamedParameterJdbcTemplate jdbc;
    private final PersonalDataCipher encryption;

    ManyRows(NamedParameterJdbcTemplate jdbc, PersonalDataCipher encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** The rows from one number to another of each kind, for the wallet of this phone. */
    void insert(String phone, int from, int to) {
        jdbc.getJdbcOperations().execute(WITHOUT_STATISTICS);
        var values = Map.of(
                "from",
                from,
                "to",
                to,
                "wallet",
                encryption.digest(phone),
                "secret",
                String.valueOf(encryption.convertToDatabaseColumn("13900000001")),
                "fingerprint",
                "/" + "ff".repeat(25));
        for (var sql : (goods() + orders() + receipts() + coupons() + purchasesAndBatches()).split(";")) {
            jdbc.update(sql, values);
        }
    }

    private static String goods() {
        return """
                insert into customer (id, openid, created_at, version) select 1000000 + n, 'many-' || n, now(), 0 @N;
                insert into flower (id, position, name, description, price_fen, image_url, offered)
                    select 'r-' || n, 1000 + n, '花', '花', 100, '/x.svg', true @N;
                insert into coupon_product (id, position, name, service, kind, face_fen, price_fen, valid_days)
                    select 'r-' || n, 1000 + n, '码', 'MOVIE', 'CODE', 3000, 2800, null @N;
                insert into coupon_product (id, position, name, service, kind, face_fen, price_fen, valid_days)
                    select 'rc-' || n, 5000 + n, '券', 'FUEL', 'CASHBACK', 5000, 4800, 365 @N;
                insert into coupon_code (id, product_id, import_no, code, code_digest, valid_until, state, imported_at)
                    select nextval('coupon_code_seq'), product.id, 'RI'@NO, :secret, product.id || n,
                        now() + interval '60 days' + n * interval '1 hour', 'IN_STOCK', now()
                    from generate_series(:from, :to) n cross join lateral (values ('movie-30'), ('r-' || n)) product (id);
                insert into coupon_code (id, product_id, import_no, code, code_digest, valid_until, state, imported_at)
                    select nextval('coupon_code_seq'), 'movie-30', 'RI'@NO, :secret, 'used' || n,
                        now() + interval '60 days', 'USED', now() @N;"""
                .replace("@NO", NO)
                .replace("@N", N);
    }

    private static String orders() {
        return """
                insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen, payable_fen,
                        paid_fen, refunded_fen, created_at, idempotency_key, request_digest, version)
                    select kind.prefix@NO, case kind.prefix when 'RO' then 1000000 + n else c.id end, kind.service, 'PAID',
                        100, 0, 100, 100, 0, now() - n * interval '1 second', kind.prefix || n, 'd', 0
                    from generate_series(:from, :to) n
                    cross join (values ('RF', 'FLOWER'), ('RT', 'TOP_UP'), ('RM', 'MOVIE'), ('RC', 'FUEL'), ('RO', 'FUEL'))
                        kind (prefix, service)
                    join customer c on c.phone_digest = :wallet;
                insert into timeline_entry (id, order_no, at, fact, text)
                    select nextval('timeline_entry_seq'), no, now(), 'OrderNoted', '进度'
                    from generate_series(:from, :to) n
                    cross join lateral (values ('RF'@NO), ('RT'@NO), ('RC'@NO), ('RF0000000001')) entry (no);
                insert into flower_order (order_no, flower_id, flower_name, city, address, recipient, phone, delivery_slot,
                        version)
                    select 'RF'@NO, 'red-roses-11', '花', '南宁', :secret, :secret, :secret, now(), 0 @N;
                insert into top_up_order (order_no, phone, face_fen, version) select 'RT'@NO, :secret, 5000, 0 @N;
                insert into coupon_order (order_no, product_id, product_name, face_fen, quantity, queued_at,
                        waiting_since, version)
                    select 'RM'@NO, case n % 2 when 0 then 'r-' || n else 'movie-30' end, '码', 3000, 1,
                        now() - n * interval '1 second', now(), 0 @N;
                insert into refund (refund_no, order_no, origin, reason, status, requested_fen, requested_at, version)
                    select 'RR'@NO, no, 'CUSTOMER', :secret, 'REJECTED', 100, now(), 0
                    from generate_series(:from, :to) n
                    cross join lateral (values (case n when 1 then 'RF0000000001' else 'RT'@NO end)) refunded (no);"""
                .replace("@NO", NO)
                .replace("@N", N);
    }

    /** Every second one is the same file, the others nearly so: an even picture, of which all bits are set. */
    private static String receipts() {
        return """
                insert into cashback_claim (order_no, customer_id, service, spent_fen, face_fen, alipay_account, phone,
                        payee_digest, submitted_at, awaiting_payee, version)
                    select o.order_no, o.customer_id, 'FUEL', 100, 5000, :secret, :secret, 'payee', o.created_at, false, 0
                    from generate_series(:from, :to) n join customer_order o on o.order_no in ('RC'@NO, 'RO'@NO);
                insert into receipt (picture, order_no, stored_at, sha256, fingerprint)
                    select o.order_no, o.order_no, now(), case n % 2 when 0 then 'even' else o.order_no end, :fingerprint
                    from generate_series(:from, :to) n join customer_order o on o.order_no in ('RC'@NO, 'RO'@NO);
                insert into receipt_key (picture_key, order_no)
                    select k.picture_key, o.order_no
                    from generate_series(:from, :to) n join customer_order o on o.order_no in ('RC'@NO, 'RO'@NO)
                    cross join (values (589823), (655359), (720895), (786431)) k (picture_key);"""
                .replace("@NO", NO)
                .replace("@N", N);
    }

    /** Of those that can be used a tenth as many, so that a wallet shows some of all. */
    private static String coupons() {
        return """
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at)
                    select nextval('coupon_seq'), 'FLOWER', 'DEDUCTION', '券', 3000, :wallet, kind.status,
                        now() + kind.days * interval '1 day', now()
                    from generate_series(:from, :to) n
                    join (values ('ISSUED', 9, 10), ('ISSUED', -9, 1), ('USED', 9, 1)) kind (status, days, every)
                        on n % kind.every = 0;
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at, code_id,
                        redeemed_at)
                    select nextval('coupon_seq'), 'MOVIE', 'CODE', '码', 3000, :wallet, 'USED', k.valid_until, now(), k.id,
                        now()
                    from generate_series(:from, :to) n join coupon_code k on k.code_digest = 'used' || n;"""
                .replace("@NO", NO)
                .replace("@N", N);
    }

    private static String purchasesAndBatches() {
        return """
                insert into purchase_order (purchase_no, product_id, proposed, raised_at, ordered_at, quantity, expected_on,
                        version)
                    select 'RP'@NO, case n % 2 when 0 then 'r-' || n else 'movie-30' end, 10, now(), now(), 10, current_date,
                        0 @N;
                insert into coupon_batch (case_no, kind, batch_no, product_id, file_name, state, started_by, started_at,
                        rows_read, good, bad, discarded, coupons, version)
                    select kind.prefix@NO, kind.kind, kind.prefix || n, 'movie-30', 'x.csv', 'DONE', 'coupon', now(), 2, 1, 1,
                        0, 1, 0
                    from generate_series(:from, :to) n cross join (values ('RB', 'ISSUE'), ('RI', 'IMPORT'))
                        kind (prefix, kind);
                insert into coupon_batch_row (case_no, row_no, content, shown, quantity, valid_until, outcome, reason)
                    select file.no, 10 * n + file.row, :secret, '138****0001', 1, now(), file.outcome, ''
                    from generate_series(:from, :to) n cross join lateral (values ('RB'@NO, 1, 'GOOD'), ('RI'@NO, 1, 'GOOD'),
                        ('RB0000000001', 2, 'GOOD'), ('RB0000000001', 3, 'BAD'), ('RI0000000001', 3, 'BAD'))
                        file (no, row, outcome)"""
                .replace("@NO", NO)
                .replace("@N", N);
    }
}
