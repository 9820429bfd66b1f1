package com.guncai.backoffice.notification;

/**
 * How far a message got.
 *
 * @param code the provider's word for it; never a number or a text
 */
record SendResult(State state, String code) {
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

    static SendResult done() {
        return new SendResult(State.DONE, "OK");
    }

    static SendResult later(String code) {
        return new SendResult(State.LATER, code);
    }

    static SendResult never(String code) {
        return new SendResult(State.NEVER, code);
    }

    static SendResult notWanted(String code) {
        return new SendResult(State.NOT_WANTED, code);
    }
}
