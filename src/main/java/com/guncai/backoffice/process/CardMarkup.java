package com.guncai.backoffice.process;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The markup of a {@link TaskCard}, with the elements and attributes that a text component of form-js lets through (no
 * {@code small}, {@code title} or {@code style}). The component reads Markdown first, so this is one line, which Markdown
 * leaves as it is, and no sign of a text survives that means something to HTML, to Markdown or to a FEEL template.
 */
final class CardMarkup {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern ADDRESS = Pattern.compile("(/[A-Za-z0-9._-]+)+");

    private CardMarkup() {}

    static String of(TaskCard card, TaskCard.Appendix appendix) {
        return "<div class=\"case-card\">"
                + card.pictures().stream()
                        .map(picture -> picture(picture, "case-picture"))
                        .collect(joining())
                + "<div class=\"case-facts\">"
                + (card.title().isBlank() ? "" : "<h2>" + escaped(card.title()) + "</h2>")
                + figures(card.figures())
                + card.notices().stream().map(CardMarkup::notice).collect(joining())
                + rows(card.rows())
                + (appendix.link().address().isEmpty() ? "" : "<p>" + text(appendix.link()) + "</p>")
                + "</div></div>"
                + (appendix.lines().isEmpty() ? "" : listing(new TaskCard.Listing(appendix.title(), appendix.lines())))
                + card.listings().stream().map(CardMarkup::listing).collect(joining());
    }

    private static String figures(List<TaskCard.Row> figures) {
        return figures.isEmpty()
                ? ""
                : figures.stream()
                        .map(figure ->
                                "<div><span>" + escaped(figure.label()) + "</span>" + texts(figure.texts()) + "</div>")
                        .collect(joining("", "<div class=\"case-figures\">", "</div>"));
    }

    private static String notice(TaskCard.Notice notice) {
        return "<div class=\"%s\">%s<span>%s</span></div>"
                .formatted(
                        notice.stop() ? "case-stop" : "case-warn",
                        notice.picture().address().isEmpty() ? "" : picture(notice.picture(), "case-thumbnail"),
                        texts(notice.texts()));
    }

    private static String rows(List<TaskCard.Row> rows) {
        return rows.stream()
                .map(row -> "<tr><th>" + escaped(row.label()) + "</th><td>" + texts(row.texts()) + "</td></tr>")
                .collect(joining("", "<table class=\"table case-rows\"><tbody>", "</tbody></table>"));
    }

    private static String listing(TaskCard.Listing listing) {
        return listing.lines().stream()
                .map(line ->
                        line.stream().map(text -> "<td>" + text(text) + "</td>").collect(joining("", "<tr>", "</tr>")))
                .collect(joining(
                        "",
                        "<h4>" + escaped(listing.title()) + "</h4><table class=\"table case-list\"><tbody>",
                        "</tbody></table>"));
    }

    private static String picture(TaskCard.Picture picture, String kind) {
        return "<a class=\"%s\" href=\"%s\" target=\"_blank\"><img src=\"%s\" alt=\"%s\"><span>%s</span></a>"
                .formatted(
                        kind,
                        address(picture.address()),
                        address(picture.thumbnail()),
                        escaped(picture.name()),
                        escaped(picture.hint()));
    }

    private static String texts(List<CardText> texts) {
        return texts.stream().map(CardMarkup::text).collect(joining("\u3000"));
    }

    private static String text(CardText text) {
        var escaped = escaped(text.text());
        return switch (text.style()) {
            case PLAIN -> "<span>" + escaped + "</span>";
            case STRONG -> "<strong>" + escaped + "</strong>";
            case COPY -> "<strong class=\"case-copy\">" + escaped + "</strong>";
            case BELOW -> "<div class=\"case-note\">" + escaped + "</div>";
            case LINK -> "<a href=\"" + address(text.address()) + "\" target=\"_blank\">" + escaped + "</a>";
        };
    }

    private static String address(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("a card leads to paths of this server only");
        }
        return address;
    }

    /** Line breaks stay; every other ASCII sign but letters, digits and blanks becomes a character reference. */
    static String escaped(String text) {
        return LINE_BREAK
                .splitAsStream(text.strip())
                .map(line -> line.codePoints().mapToObj(CardMarkup::escaped).collect(joining()))
                .collect(joining("<br>"));
    }

    private static String escaped(int sign) {
        return sign == ' ' || sign > '~' && !Character.isISOControl(sign) || Character.isLetterOrDigit(sign)
                ? Character.toString(sign)
                : Character.isISOControl(sign) ? " " : "&#" + sign + ";";
    }
}
