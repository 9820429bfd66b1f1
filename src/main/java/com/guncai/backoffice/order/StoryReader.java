package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.MobileNumber;
import java.util.Set;

/**
 * Who reads the story of an order. What is about a person is shown in full to whoever needs it for the work at this order, and
 * masked to everybody else.
 *
 * @param user user id
 * @param groups ids of the groups the reader is in
 * @param needsContact whether the work at the order needs to reach people: its desk's and customer service's
 */
public record StoryReader(String user, Set<String> groups, boolean needsContact) {
    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** A mobile number: {@code 138****0000}. */
    public String phone(String number) {
        return needsContact ? number : MobileNumber.masked(number);
    }

    /** A person's name: {@code 张**}. */
    public String name(String name) {
        if (needsContact || name.isEmpty()) {
            return name;
        }
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    /** An address, or what somebody wrote: {@code ***}. */
    public String text(String text) {
        return needsContact || text.isEmpty() ? text : "***";
    }
}
