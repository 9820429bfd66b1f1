package com.guncai.backoffice.flower;

import java.time.Instant;

/** Red roses for 150 yuan, without a database. */
class AFlower extends Flower {
    @Override
    String id() {
        return "red-roses";
    }

    @Override
    String name() {
        return "红玫瑰";
    }

    @Override
    long priceFen(Instant now) {
        return 15_000;
    }
}
