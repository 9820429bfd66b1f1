package com.guncai.backoffice.flower;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A kind of flowers in the catalogue; price in fen. */
@Entity
@Immutable
class Flower {
    @Id
    private String id;

    private int position;
    private String name;
    private String description;
    private long priceFen;
    private @Nullable Long nextPriceFen;
    private @Nullable Instant nextPriceFrom;
    private String imageUrl;
    private boolean offered;

    @SuppressWarnings("NullAway.Init")
    protected Flower() {}

    /** A row of the table, in a statement that reads more than it. */
    static Flower of(ResultSet row) throws SQLException {
        var flower = new Flower();
        flower.id = row.getString("id");
        flower.position = row.getInt("position");
        flower.name = row.getString("name");
        flower.description = row.getString("description");
        flower.priceFen = row.getLong("price_fen");
        flower.nextPriceFen = row.getObject("next_price_fen", Long.class);
        var from = row.getObject("next_price_from", OffsetDateTime.class);
        flower.nextPriceFrom = from == null ? null : from.toInstant();
        flower.imageUrl = row.getString("image_url");
        flower.offered = row.getBoolean("offered");
        return flower;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    /** What it costs at a moment. */
    long priceFen(Instant now) {
        return nextPriceFen != null && nextPriceFrom != null && !now.isBefore(nextPriceFrom) ? nextPriceFen : priceFen;
    }

    /** What it will cost later; {@code null} when nothing else. */
    @Nullable
    Long nextPriceFen(Instant now) {
        return nextPriceFrom(now) == null ? null : nextPriceFen;
    }

    /** From when on. */
    @Nullable
    Instant nextPriceFrom(Instant now) {
        return nextPriceFrom != null && now.isBefore(nextPriceFrom) ? nextPriceFrom : null;
    }

    int position() {
        return position;
    }

    boolean isOffered() {
        return offered;
    }

    String imageUrl() {
        return imageUrl;
    }
}
