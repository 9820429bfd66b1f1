package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the files that staff handed in by what people know of them. */
@Component
class BatchSearch {
    /** No list of numbers is longer than this; a phone is in a handful of lists. */
    private static final int MOST = 200;

    private static final int LONGEST_TERM = 64;

    private final BatchRepository batches;
    private final CouponProducts products;
    private final StaffDirectory staff;
    private final PersonalDataCipher personalData;
    private final JdbcTemplate jdbc;

    BatchSearch(
            BatchRepository batches,
            CouponProducts products,
            StaffDirectory staff,
            PersonalDataCipher personalData,
            JdbcTemplate jdbc) {
        this.batches = batches;
        this.products = products;
        this.staff = staff;
        this.personalData = personalData;
        this.jdbc = jdbc;
    }

    /**
     * @param term part of the number of a batch or a case, of a product's name, or of the name of who handed it in; a phone
     *     number or a code as a whole
     */
    @Transactional(readOnly = true)
    Page<Batch> find(String term, Pageable page) {
        var wanted = term.strip();
        if (wanted.isEmpty()) {
            return batches.findAllByOrderByStartedAtDescCaseNoDesc(page);
        }
        if (wanted.length() > LONGEST_TERM) {
            return Page.empty(page);
        }
        var upper = wanted.toUpperCase(Locale.ROOT);
        Predicate<String> fits = text -> text.toUpperCase(Locale.ROOT).contains(upper);
        var productIds = products.all().stream()
                .filter(product -> fits.test(product.name()))
                .map(CouponProduct::id)
                .toList();
        var users = staff.names().entrySet().stream()
                .filter(user -> user.getKey().equalsIgnoreCase(wanted) || fits.test(user.getValue()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
        return batches.search(literally(upper), productIds, users, holding(wanted), page);
    }

    /** The lists with this phone number or code in them. */
    private List<String> holding(String content) {
        var phone = content.replaceAll("[\\s-]", "");
        return jdbc.queryForList(
                "select distinct case_no from coupon_batch_row where digest in (?, ?) limit " + MOST,
                String.class,
                personalData.digest(phone),
                personalData.digest(content.toUpperCase(Locale.ROOT)));
    }

    /** A percent sign that somebody types is one. */
    private static String literally(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }
}
