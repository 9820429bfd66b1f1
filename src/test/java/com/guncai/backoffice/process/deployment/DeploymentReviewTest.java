package com.guncai.backoffice.process.deployment;

import static com.guncai.backoffice.process.deployment.ReviewedModels.changed;
import static com.guncai.backoffice.process.deployment.ReviewedModels.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What would lose or hold up an order is said before it is deployed, in a sentence that names the place and the mend. */
@ProcessTest
@Import(Engine.class)
class DeploymentReviewTest {
    private static final String FLOWERS = "FlowerOrderProcess.bpmn";

    @Autowired
    DeploymentReview all;

    ReviewedModels review;

    @BeforeEach
    void asks() {
        review = new ReviewedModels(all);
    }

    static Stream<Path> models() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsFoundInWhatIsShipped(Path model) throws IOException {
        assertThat(review.of(model.getFileName().toString(), Files.readString(model)))
                .isEmpty();
    }

    /** {@code right} and {@code wrong} are what is replaced in the file of the release. */
    @ParameterizedTest
    @CsvFileSource(resources = "/refusals.csv", delimiter = '|', quoteCharacter = '`')
    void isRefused(String file, String right, String wrong, String told) {
        assertThat(review.errors(file, changed(file, right, wrong == null ? "" : wrong)))
                .as("%s instead of %s", wrong, right)
                .anySatisfy(error -> assertThat(error).contains(told));
    }

    @Test
    void everythingIsSaidAtOnce() {
        var wrong = file(FLOWERS)
                .replace("camunda:candidateGroups=\"flower-desk\"", "camunda:candidateGroups=\"鲜花台\"")
                .replace("${flowerOrderProcess.complete(", "${flowerOrderProces.complete(")
                .replace("'DESK_ORDER_PAID'", "'DESK_ORDER_PAYED'");

        assertThat(review.errors(FLOWERS, wrong))
                .anySatisfy(error -> assertThat(error).contains("「美团下单」(Task_PurchaseFlowers)的候选组 鲜花台 不存在"))
                .anySatisfy(error -> assertThat(error).contains("「跟进配送」(Task_FollowDelivery)的候选组 鲜花台 不存在"))
                .anySatisfy(error -> assertThat(error).contains("「完成订单」(Task_CompleteOrder)"))
                .anySatisfy(error -> assertThat(error).contains("「短信通知内勤」(Task_TellDesk)"));
    }

    @Test
    void aFormAloneIsAnsweredWithWhatToDo() {
        assertThat(review.errors("purchase-flowers.form", file("purchase-flowers.form")))
                .singleElement()
                .asString()
                .contains("单独部署不会生效", "一起部署");
    }

    @Test
    void anEmptyProcessIsRefused() {
        var empty =
                file(FLOWERS).replaceAll("(?s)(<bpmn:process [^>]*>).*(</bpmn:process>).*", "$1$2</bpmn:definitions>");

        assertThat(review.errors(FLOWERS, empty))
                .anySatisfy(error -> assertThat(error).contains("里什么也没有"));
    }

    @Test
    void aPageIsOneOfTheReleaseOrRefused() {
        var page = file("import-codes.html");
        assertThat(pages("import-codes.html", page)).isEmpty();
        assertThat(pages("import-codes.html", page + "<script>alert(1)</script>"))
                .contains("和系统自带的不一样");
        assertThat(pages("mine.html", page)).contains("不是系统自带的");
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThat(review.errors("case.cmmn", "<definitions/>"))
                .singleElement()
                .asString()
                .contains("不能部署");
        assertThat(review.errors("go.groovy", "1")).singleElement().asString().contains("不能部署");
    }

    @Test
    void aChangedDeadlineAndARemovedReminderAreShownAndNotRefused() {
        var later = changed("Deadlines.dmn", ">30<", ">45<");
        assertThat(review.errors("Deadlines.dmn", later)).isEmpty();
        assertThat(review.warnings("Deadlines.dmn", later))
                .anySatisfy(text -> assertThat(text).contains("改为", "45"));

        var claims = file("CashbackClaimProcess.bpmn");
        var longer = claims.replaceFirst("(timeDuration[^>]*>)P3D", "$1P5D");
        assertThat(longer).isNotEqualTo(claims);
        assertThat(review.errors("CashbackClaimProcess.bpmn", longer)).isEmpty();
        assertThat(review.warnings("CashbackClaimProcess.bpmn", longer))
                .singleElement()
                .asString()
                .contains("由“P3D”改为“P5D”");
    }

    @Test
    void conditionsMayNameFieldsOfTheOrder() {
        var large =
                changed(FLOWERS, "${shopFound == true}", "${orderAmountYuan &gt; 500 &amp;&amp; orderCity == '南宁'}");

        assertThat(review.errors(FLOWERS, large)).isEmpty();
    }

    private String pages(String name, String content) {
        var files = Map.of(
                name,
                content.getBytes(StandardCharsets.UTF_8),
                "CouponImportProcess.bpmn",
                file("CouponImportProcess.bpmn").getBytes(StandardCharsets.UTF_8));
        return String.join(
                "；", all.of(files).stream().map(finding -> finding.text()).toList());
    }
}
