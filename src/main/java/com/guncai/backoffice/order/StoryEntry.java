package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@link StorySection}: what people read of it as a headline, a state and rows, and what programs read of it as
 * members of a JSON object. Rows without a text are left out, so a caller need not ask first.
 */
public final class StoryEntry {
    private final @Nullable Instant at;
    private final String headline;
    private String state = "";
    private String caseNo = "";
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();

    private StoryEntry(@Nullable Instant at, String headline) {
        this.at = at;
        this.headline = headline;
    }

    /** @param at when it happened, {@code at} in the JSON; {@code null} where it is no event */
    public static StoryEntry of(@Nullable Instant at, String headline) {
        var entry = new StoryEntry(at, headline);
        return at == null ? entry : entry.member("at", BusinessTime.offset(at));
    }

    /** Its state, Chinese: shown as a label. */
    public StoryEntry state(String label) {
        state = label;
        return this;
    }

    /** It is a case of its own, whose tasks are part of the story: a refund by its number. */
    public StoryEntry caseNo(String number) {
        caseNo = number;
        return this;
    }

    /** For people only. */
    public StoryEntry row(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            rows.add(new Row(label, text, ""));
        }
        return this;
    }

    /** As above, leading to a page of this server. */
    public StoryEntry link(String label, String text, String address) {
        rows.add(new Row(label, text, address));
        return this;
    }

    /** For programs only. */
    public StoryEntry member(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** For both. */
    public StoryEntry row(String label, String name, @Nullable String text) {
        return row(label, text).member(name, text);
    }

    /** {@code null} where it is no event. */
    public @Nullable Instant at() {
        return at;
    }

    public String headline() {
        return headline;
    }

    public String state() {
        return state;
    }

    /** Empty unless it is a case of its own. */
    public String caseNo() {
        return caseNo;
    }

    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    @Override
    public String toString() {
        return "StoryEntry[masked]";
    }

    /** @param address where a link leads; empty for none */
    public record Row(String label, String text, String address) {
        @Override
        public String toString() {
            return "Row[masked]";
        }
    }
}
