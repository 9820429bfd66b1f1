package com.guncai.backoffice.process;

/**
 * A text of a {@link TaskCard} and how it is shown. May hold anything a customer typed: whoever renders it escapes it.
 *
 * @param address where a link or a picture leads, a path of this server; else empty
 */
public record CardText(Style style, String text, String address) {
    enum Style {
        PLAIN,
        STRONG,
        COPY,
        BELOW,
        LINK
    }

    public static CardText plain(String text) {
        return new CardText(Style.PLAIN, text, "");
    }

    public static CardText strong(String text) {
        return new CardText(Style.STRONG, text, "");
    }

    /** Framed; a click selects the whole of it. */
    public static CardText copy(String text) {
        return new CardText(Style.COPY, text, "");
    }

    /** On a line of its own, smaller: what explains the text before it. */
    public static CardText below(String text) {
        return new CardText(Style.BELOW, text, "");
    }

    /** Opens in a page of its own. */
    public static CardText link(String text, String address) {
        return new CardText(Style.LINK, text, address);
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "CardText[masked]";
    }
}
