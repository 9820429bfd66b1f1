package com.guncai.backoffice.flower;

import com.guncai.backoffice.settings.SettingField;
import com.guncai.backoffice.settings.SettingsList;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The flowers of the catalogue, as managers change them. An order keeps the name and the price it was placed with. */
@Component
class FlowerSettings implements SettingsList {
    private static final long MOST_FEN = 10_000_000;
    private static final String NEXT_PRICE = "nextPriceFen";
    private static final String NEXT_FROM = "nextPriceFrom";

    private final FlowerRepository flowers;
    private final NamedParameterJdbcTemplate jdbc;
    private final EntityManager entities;
    private final FlowerPictures pictures;
    private final Clock clock;

    FlowerSettings(
            FlowerRepository flowers,
            NamedParameterJdbcTemplate jdbc,
            EntityManager entities,
            FlowerPictures pictures,
            Clock clock) {
        this.entities = entities;
        this.flowers = flowers;
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "flowers";
    }

    @Override
    public String title() {
        return "鲜花";
    }

    @Override
    public String hint() {
        return "品名、介绍、价格、图片、上下架和排序。新价可以定在以后某个时间生效；已下的订单保持下单时的价格。";
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public String pictureField() {
        return "imageUrl";
    }

    @Override
    public String keepPicture(InputStreamSource file) {
        return pictures.keep(file);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public List<SettingField> fields() {
        return List.of(
                SettingField.text("name", "品名", 40),
                SettingField.money("priceFen", "价格", MOST_FEN),
                SettingField.money(NEXT_PRICE, "新价", MOST_FEN).orEmpty().help("不调价就空着"),
                SettingField.of(SettingField.Kind.MOMENT, NEXT_FROM, "新价生效时间").orEmpty(),
                SettingField.number("position", "排序", 0, 9999).help("小的在前"),
                SettingField.of(SettingField.Kind.FLAG, "offered", "上架"),
                SettingField.text("imageUrl", "图片", 200).help("以 /images/ 开头的地址；保存后可以上传"),
                SettingField.text("description", "介绍", 200));
    }

    @Override
    public List<Item> items() {
        var now = clock.instant();
        return flowers.findAllByOrderByPosition().stream()
                .map(flower -> new Item(flower.id(), flower.name(), values(flower, now)))
                .toList();
    }

    @Override
    public List<String> now() {
        var now = clock.instant();
        return flowers.findAllByOrderByPosition().stream()
                .filter(flower -> flower.nextPriceFrom(now) != null)
                .map(flower -> "%s：%s 起 %s"
                        .formatted(
                                flower.name(),
                                BusinessTime.text(Objects.requireNonNull(flower.nextPriceFrom(now))),
                                Money.yuan(Objects.requireNonNull(flower.nextPriceFen(now)))))
                .toList();
    }

    private static Map<String, @Nullable Object> values(Flower flower, Instant now) {
        var from = flower.nextPriceFrom(now);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", flower.name());
        values.put("priceFen", flower.priceFen(now));
        values.put(NEXT_PRICE, flower.nextPriceFen(now));
        values.put(NEXT_FROM, from == null ? null : BusinessTime.offset(from).toString());
        values.put("position", (long) flower.position());
        values.put("offered", flower.isOffered());
        values.put("imageUrl", flower.imageUrl());
        values.put("description", flower.description());
        return values;
    }

    @Override
    public void save(String id, Map<String, @Nullable Object> values) {
        var from = values.get(NEXT_FROM) == null
                ? null
                : OffsetDateTime.parse(String.valueOf(values.get(NEXT_FROM))).toInstant();
        if ((from == null) != (values.get(NEXT_PRICE) == null)) {
            throw invalid("新价和新价生效时间要一起填，或一起空着");
        }
        if (from != null && !from.isAfter(clock.instant())) {
            throw invalid("新价生效时间须在以后；现在就改价，直接改“价格”");
        }
        if (!String.valueOf(values.get("imageUrl")).matches("/images/[A-Za-z0-9/._-]{1,190}")) {
            throw invalid("图片须是以 /images/ 开头的地址");
        }
        var row = new HashMap<String, @Nullable Object>(values);
        row.put("id", id);
        row.put(NEXT_FROM, from == null ? null : Timestamp.from(from));
        var changed = jdbc.update(
                """
                update flower set name = :name, description = :description, price_fen = :priceFen,
                    next_price_fen = :nextPriceFen, next_price_from = :nextPriceFrom, position = :position,
                    offered = :offered, image_url = :imageUrl
                where id = :id""",
                row);
        entities.clear();
        if (changed == 0) {
            jdbc.update(
                    """
                    insert into flower (id, position, name, description, price_fen, next_price_fen, next_price_from,
                        image_url, offered)
                    values (:id, :position, :name, :description, :priceFen, :nextPriceFen, :nextPriceFrom,
                        :imageUrl, :offered)""",
                    row);
        }
    }

    private static ProblemException invalid(String complaint) {
        return ProblemException.invalid(ProblemCode.SETTING_INVALID, complaint);
    }
}
