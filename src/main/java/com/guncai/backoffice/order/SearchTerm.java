package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ReferenceNumber;
import com.guncai.backoffice.shared.SearchDigests;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody looks for among the orders. Which of it a module compares, and with what, its {@link OrderLookup} says; people
 * are found by digests, as the tables hold no name and no number in clear.
 *
 * @param text half-width and without any blank
 * @param phone digest of it as a mobile number
 * @param name digest of it as a person's name
 */
public record SearchTerm(String text, String phone, String name) {
    private static final Pattern PHONE = Pattern.compile("(\\+?86)?-?(1[3-9]\\d)-?(\\d{4})-?(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    public static SearchTerm of(String entered, SearchDigests digests) {
        var text = ReferenceNumber.plain(entered);
        return new SearchTerm(text, digests.phone(plainPhone(text)), digests.name(text));
    }

    /** The mobile number without what groups it; the text as it is when it is none. */
    public String plainPhone() {
        return plainPhone(text);
    }

    private static String plainPhone(String text) {
        return PHONE.matcher(text).replaceFirst("$2$3$4");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether it is a mobile number, however grouped. */
    public boolean isPhone() {
        return PHONE.matcher(text).matches();
    }

    /** Whether it may be the number of an order, a purchase, a transfer. */
    public boolean isNumber() {
        return ReferenceNumber.isNumber(text);
    }

    /** Whether it may be what somebody is called. */
    public boolean isName() {
        return !DIGITS.matcher(text).matches();
    }

    /** Parameters of an {@link OrderLookup}'s queries. */
    public Map<String, String> parameters() {
        return Map.of("text", text, "upper", text.toUpperCase(Locale.ROOT), "phone", phone, "name", name);
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
