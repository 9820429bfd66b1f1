package com.guncai.backoffice.process;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.guncai.backoffice.shared.Masked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a task form shows of its case, as data: a title or large figures, notices, a picture, rows, lists. All look the same
 * in every form, and {@link CardMarkup} escapes every text. What has no text is left out, so a caller need not ask first.
 *
 * <p>In the JSON of a task it is its markup: a form shows it by a text component that says <code>{{order.card}}</code>.
 */
@JsonSerialize(using = TaskCard.Writer.class)
public final class TaskCard {
    private final String title;
    private final List<Row> figures = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();

    private TaskCard(String title) {
        this.title = title;
    }

    public static TaskCard titled(String title) {
        return new TaskCard(title);
    }

    /** A card that begins with {@link #figure}s. */
    public static TaskCard untitled() {
        return new TaskCard("");
    }

    /** What the task is about, in large letters. */
    public TaskCard figure(String label, CardText text) {
        return add(figures, new Row(label, List.of(text)));
    }

    /** Why the clerk should not go on: red, above all other notices. */
    public TaskCard stop(String text) {
        return text.isBlank() ? this : add(notices, new Notice(true, List.of(CardText.plain(text)), Picture.NONE));
    }

    /** As above with words before the text, which stand or fall with it. */
    public TaskCard stop(String before, String text) {
        return text.isBlank() ? this : stop(before + text);
    }

    /** What the clerk should know before going on. */
    public TaskCard warn(CardText... texts) {
        return warn(Picture.NONE, texts);
    }

    public TaskCard warn(String text) {
        return warn(CardText.plain(text));
    }

    /** As above with words before the text, which stand or fall with it. */
    public TaskCard warn(String before, String text) {
        return text.isBlank() ? this : warn(before + text);
    }

    /** Beside a small picture that opens the whole one. */
    public TaskCard warn(Picture picture, CardText... texts) {
        var shown = shown(texts);
        return shown.isEmpty() ? this : add(notices, new Notice(false, shown, picture));
    }

    /** Beside the rows. */
    public TaskCard picture(Picture picture) {
        return add(pictures, picture);
    }

    public TaskCard row(String label, String text) {
        return row(label, CardText.plain(text));
    }

    public TaskCard row(String label, CardText... texts) {
        var shown = shown(texts);
        return shown.isEmpty() ? this : add(rows, new Row(label, shown));
    }

    /** A list below the rows; left out when it is empty. */
    public TaskCard list(String title, List<List<CardText>> lines) {
        return lines.isEmpty() ? this : add(listings, new Listing(title, lines));
    }

    String markup() {
        return CardMarkup.of(this, Appendix.NONE);
    }

    @Override
    public String toString() {
        return "TaskCard[masked]";
    }

    String title() {
        return title;
    }

    List<Row> figures() {
        return figures;
    }

    /** The red ones first. */
    List<Notice> notices() {
        return Stream.of(true, false)
                .flatMap(stop -> notices.stream().filter(notice -> notice.stop() == stop))
                .toList();
    }

    List<Picture> pictures() {
        return pictures;
    }

    List<Row> rows() {
        return rows;
    }

    List<Listing> listings() {
        return listings;
    }

    private <T> TaskCard add(List<T> parts, T part) {
        parts.add(part);
        return this;
    }

    private static List<CardText> shown(CardText... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).toList();
    }

    /**
     * A small picture that opens the whole one. Both are paths of this server.
     *
     * @param hint what is said below it; may be empty
     */
    public record Picture(String address, String thumbnail, String name, String hint) {
        /** No picture. */
        public static final Picture NONE = new Picture("", "", "", "");

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /**
     * What every card of a case shows beside what its process says: an attribute of whoever writes it as JSON.
     *
     * @param link a page of this server; without an address there is none
     */
    public record Appendix(String title, List<List<CardText>> lines, CardText link) {
        static final Appendix NONE = new Appendix("", List.of(), CardText.plain(""));
    }

    static class Writer extends JsonSerializer<TaskCard> {
        @Override
        public void serialize(TaskCard card, JsonGenerator json, SerializerProvider attributes) throws IOException {
            json.writeString(
                    attributes.getAttribute(Appendix.class) instanceof Appendix appendix
                            ? CardMarkup.of(card, appendix)
                            : card.markup());
        }
    }

    record Row(String label, List<CardText> texts) {}

    record Notice(boolean stop, List<CardText> texts, Picture picture) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Listing(String title, List<List<CardText>> lines) {}
}
