package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.process.TaskCard.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a card looks is decided in one place, and no text of a customer takes part in it. */
class TaskCardTest {
    @Test
    void redNoticesStandAboveYellowOnesAndBothAboveTheRows() {
        assertThat(TaskCard.titled("标题")
                        .row("状态", "待接单")
                        .warn("上次送不了：", "太远")
                        .stop("先勿下单")
                        .markup())
                .containsSubsequence("<h2>标题</h2>", "case-stop", "先勿下单", "case-warn", "上次送不了：太远", "待接单");
    }

    @Test
    void whatHasNoTextIsLeftOut() {
        var empty = TaskCard.untitled()
                .stop("")
                .warn(" ")
                .warn("上次送不了：", "")
                .row("贺卡", "")
                .row("实付", CardText.strong(""), CardText.plain(""))
                .list("之前的申请", List.of());

        assertThat(empty.markup()).isEqualTo(TaskCard.untitled().markup());
        assertThat(TaskCard.untitled()
                        .row("鲜花", CardText.strong("红玫瑰"), CardText.below(""))
                        .markup())
                .doesNotContain("case-note");
    }

    /** What a form-js text component reads: Markdown, then HTML; a template may stand before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "[点这里](https://evil.example)",
                "![](https://evil.example/1.png)",
                "https://evil.example a@evil.example",
                "# 标题 **粗** `码` | a | ~~b~~ \\",
                "{{order.customerPhone}} {{#if true}}",
                "&lt;b&gt; &#60;b&#62;"
            })
    void noSignOfATextMeansAnything(String text) {
        var markup = TaskCard.titled(text)
                .figure(text, CardText.copy(text))
                .stop(text)
                .warn(new Picture("/staff/receipts/1", "/staff/receipts/1/thumbnail", text, text), CardText.plain(text))
                .row(text, CardText.strong(text), CardText.below(text), CardText.link(text, "/staff/batches"))
                .list(text, List.of(List.of(CardText.plain(text))))
                .markup();

        assertThat(markup.replaceAll(
                        "</?(div|span|a|img|h2|h4|strong|table|tbody|tr|th|td|br)( [a-z]+=\"[^\"<>]*\")*>", ""))
                .as("letters and references only, once our own tags are gone")
                .matches("[\\w \\u3000\\P{ASCII}&#;]*")
                .doesNotContainPattern("&(?!#\\d+;)");
        assertThat(markup).contains("<h2>" + CardMarkup.escaped(text) + "</h2>");
    }

    @Test
    void linesOfATextStayLinesAndTheCardOne() {
        assertThat(TaskCard.untitled().row("贺卡", "生日快乐\n\n<b>\r\n妈妈\u0000").markup())
                .contains("生日快乐<br><br>&#60;b&#62;<br>妈妈")
                .doesNotContain("\n", "\r", "\u0000");
    }

    @Test
    void aSignBeyondSixteenBitsStays() {
        assertThat(CardMarkup.escaped("𠮷🌹")).isEqualTo("𠮷🌹");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "javascript:alert(1)", "/a\" onload=\"alert(1)"})
    void picturesAndLinksLeadNowhereElse(String address) {
        var card = TaskCard.untitled().row("凭证", CardText.link("看凭证", address));

        assertThatThrownBy(card::markup).isInstanceOf(IllegalArgumentException.class);
    }
}
