package com.guncai.backoffice.flower;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

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
    private String imageUrl;
    private boolean offered;

    @SuppressWarnings("NullAway.Init")
    protected Flower() {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    long priceFen() {
        return priceFen;
    }

    String imageUrl() {
        return imageUrl;
    }
}
