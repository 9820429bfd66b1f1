package com.guncai.backoffice.aftersale;

/** The states of an after-sale, by the names that the API shows. */
enum AfterSaleState {
    /** Nobody answered yet. */
    OPEN("待答复"),
    /** Answered; what was agreed is under way. */
    ANSWERED("已答复"),
    SOLVED("已办结");

    private final String label;

    AfterSaleState(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }
}
