package com.guncai.backoffice.coupon;

import com.guncai.backoffice.settings.SettingField;
import com.guncai.backoffice.settings.SettingsList;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The coupons that are issued or sold, as managers change them. Coupons that somebody has, and orders, stay as they are. */
@Component
class CouponProductSettings implements SettingsList {
    private static final long MOST_FEN = 1_000_000;

    private final CouponProductRepository products;
    private final NamedParameterJdbcTemplate jdbc;
    private final EntityManager entities;

    CouponProductSettings(CouponProductRepository products, NamedParameterJdbcTemplate jdbc, EntityManager entities) {
        this.entities = entities;
        this.products = products;
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "coupon-products";
    }

    @Override
    public String title() {
        return "券";
    }

    @Override
    public String hint() {
        return "券名、售价、面值、有效天数、使用说明、是否出售。已发出的券和已下的订单保持原样；券码的面值印在码上，不能改。";
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public List<SettingField> fields() {
        return List.of(
                SettingField.text("name", "券名", 60),
                SettingField.money("faceFen", "面值", MOST_FEN),
                SettingField.money("priceFen", "售价", MOST_FEN).orEmpty().help("空着就不出售"),
                SettingField.number("validDays", "有效天数", 1, 3650).orEmpty().help("券码的有效期在码上，空着"),
                SettingField.number("position", "排序", 0, 9999).help("小的在前"),
                SettingField.of(SettingField.Kind.FLAG, "offered", "出售"),
                SettingField.lines("notes", "使用说明", 100).orEmpty().help("空着用通用的；{face} 是面值。一行一条"));
    }

    @Override
    public List<Item> items() {
        return products.findAllByOrderByPosition().stream()
                .map(product -> new Item(product.id(), product.name(), values(product)))
                .toList();
    }

    private static Map<String, @Nullable Object> values(CouponProduct product) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", product.name());
        values.put("faceFen", product.faceFen());
        values.put("priceFen", product.priceFen());
        values.put("validDays", product.validDays() == null ? null : (long) product.validDays());
        values.put("position", (long) product.position());
        values.put("offered", product.isOffered());
        values.put("notes", product.notes().isEmpty() ? null : product.notes());
        return values;
    }

    @Override
    public void save(String id, Map<String, @Nullable Object> values) {
        // Whoever hands out coupons of it holds the row.
        var product = products.findLocked(id).orElseThrow(CouponProducts::unknown);
        if (product.hasCodes() && !Long.valueOf(product.faceFen()).equals(values.get("faceFen"))) {
            throw invalid("券码的面值印在码上，不能改");
        }
        if (product.hasCodes() != (values.get("validDays") == null)) {
            throw invalid(product.hasCodes() ? "券码的有效期在码上，有效天数要空着" : "请填有效天数");
        }
        var row = new HashMap<String, @Nullable Object>(values);
        row.put("id", id);
        row.put(
                "notes",
                values.get("notes") instanceof List<?> lines
                        ? String.join("\n", lines.stream().map(String::valueOf).toList())
                        : null);
        if (row.get("notes") instanceof String text && text.length() > 2_000) {
            throw invalid("使用说明合计最多 2,000 字");
        }
        jdbc.update(
                """
                update coupon_product set name = :name, face_fen = :faceFen, price_fen = :priceFen, valid_days = :validDays,
                    position = :position, offered = :offered, notes = :notes
                where id = :id""",
                row);
        entities.clear(); // what was read before the change
    }

    private static ProblemException invalid(String complaint) {
        return ProblemException.invalid(ProblemCode.SETTING_INVALID, complaint);
    }
}
