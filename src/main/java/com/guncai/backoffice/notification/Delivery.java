package com.guncai.backoffice.notification;

/**
 * How far a message got.
 *
 * @param code the provider's word for it; never a number or a text
 */
record Delivery(State state, String code) {
    enum State {
        /** The provider has it. */
        DONE,
        /** Not yet; the job has to try again. */
        LATER,
        /** Never, unless people mend something. */
        NEVER,
        /** The customer does not take messages this way. */
        NOT_WANTED
    }

    static Delivery done() {
        return new Delivery(State.DONE, "OK");
    }

    static Delivery later(String code) {
        return new Delivery(State.LATER, code);
    }

    static Delivery never(String code) {
        return new Delivery(State.NEVER, code);
    }

    static Delivery notWanted(String code) {
        return new Delivery(State.NOT_WANTED, code);
    }
}
