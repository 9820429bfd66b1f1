package com.guncai.backoffice.process.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.allowed.ModelActions;
import com.guncai.backoffice.process.deployment.DeclaredBeans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** Sample cases come along every path of a diagram; what would fail for a customer fails here. */
class TrialRunTest {
    private static final TrialRun TRIAL = new TrialRun(new TrialEngine(new ModelActions(context())));

    private static ApplicationContext context() {
        var beans = DeclaredBeans.models();
        var context = mock(ApplicationContext.class);
        beans.forEach((name, type) -> {
            when(context.containsBean(name)).thenReturn(true);
            when(context.isTypeMatch(name, ModelBean.class)).thenReturn(true);
            when(context.getType(name)).thenAnswer(asked -> type);
        });
        return context;
    }

    static Stream<String> processes() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".bpmn"))
                    .map(file -> file.replace(".bpmn", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyPathOfTheReleaseLeadsToItsEndAndEveryFlowIsTaken(String key) {
        var result = play(key, UnaryOperator.identity());

        assertThat(result.failures().values()).isEmpty();
        assertThat(result.neverTaken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FlowerOrderProcess, '${notification.tellDesk(orderNo, ''flower-desk'', ''DESK_ORDER_PAID'')}', '${nope}', Task_TellDesk",
        "FlowerOrderProcess, '<camunda:in source=\"refundNo\" target=\"refundNo\" />', '<camunda:in sourceExpression=\"${nope}\" target=\"refundNo\" />', Task_Refund",
        "FlowerOrderProcess, '${shopFound == true}', '${shopFond == true}', Gateway_ShopFound",
        "FlowerOrderProcess, '${payment.uploadShipping(orderNo)}', '${payment.uploadShipping()}', Task_UploadShipping",
        "FlowerOrderProcess, '${payment.uploadShipping(orderNo)}', '${orderNo.getClass()}', Task_UploadShipping",
        "PaymentProcess, 'R5/PT5M', 'R5/5分钟', ",
        "RefundProcess, 'camunda:mapDecisionResult=\"singleEntry\"', 'camunda:mapDecisionResult=\"singleResult\"', ",
        "CouponStockProcess, 'camunda:decisionRef=\"CodeRestock\"', 'camunda:decisionRef=\"NoTable\"', Task_DecideRestock"
    })
    void whatWouldFailForACustomerFailsOnTrialAtItsStep(String key, String right, String wrong, @Nullable String step) {
        var result = play(key, xml -> replaced(xml, right, wrong == null ? "" : wrong));

        assertThat(result.failures().values()).isNotEmpty();
        if (step != null) {
            assertThat(result.failures().values()).anySatisfy(failure -> {
                assertThat(failure.element()).isEqualTo(step);
                assertThat(failure.path()).isNotBlank();
            });
        }
    }

    /** The language reads 1 as a long number, and the method takes a short one. */
    @Test
    void aTimerMayCountFromNow() {
        var result = play(
                "PaymentProcess",
                xml -> replaced(xml, "${paymentProcess.deadline(orderNo)}", "${dateTime().plusHours(1).toDate()}"));

        assertThat(result.failures().values()).isEmpty();
    }

    @Test
    void aQuestionWithoutAWayOutForAnAnswerIsFound() {
        var flow = "sourceRef=\"Gateway_ShopFound\" targetRef=\"Task_RecordUndeliverable\" />";
        var result = play(
                "FlowerOrderProcess",
                xml -> replaced(
                        replaced(xml, " default=\"SequenceFlow_ShopFoundNo\"", ""),
                        flow,
                        flow.replace(
                                        " />",
                                        "><bpmn:conditionExpression>${undeliverableReason == '太远'}</bpmn:conditionExpression>")
                                + "</bpmn:sequenceFlow>"));

        assertThat(result.failures().values())
                .anySatisfy(failure -> assertThat(failure.element()).isEqualTo("Gateway_ShopFound"));
    }

    @Test
    void aCircleWithoutAnybodyInItIsFound() {
        var result = play(
                "FlowerOrderProcess",
                xml -> replaced(
                        xml,
                        "sourceRef=\"Task_TellDesk\" targetRef=\"Task_PurchaseFlowers\"",
                        "sourceRef=\"Task_TellDesk\" targetRef=\"Gateway_PurchaseDue\""));

        assertThat(result.failures().values())
                .anySatisfy(failure -> assertThat(failure.reason()).contains("一直转圈"));
    }

    /** Nothing decides what no form asks: a whole branch would never be come to. */
    @Test
    void aFormWithoutTheFieldThatDecidesLeavesABranchUntaken() {
        var files = files("FlowerOrderProcess", UnaryOperator.identity());
        files.computeIfPresent("purchase-flowers.form", (name, form) -> replaced(
                        new String(form, StandardCharsets.UTF_8), "\"shopFound\"", "\"shopWasFound\"")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(play("FlowerOrderProcess", files).neverTaken()).contains("SequenceFlow_ShopFoundYes");
    }

    private static TrialRun.Result play(String key, UnaryOperator<String> change) {
        return play(key, files(key, change));
    }

    private static TrialRun.Result play(String key, Map<String, byte[]> files) {
        CaseProcess process = DeclaredBeans.process(key);
        var start = new HashMap<String, List<@Nullable Object>>(process.sampleStart());
        process.caseNumbers().forEach(name -> start.put(name, List.of("试运行")));
        return TRIAL.of(
                key,
                Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(key + ".bpmn"))),
                files,
                process.formFields(),
                start);
    }

    private static Map<String, byte[]> files(String key, UnaryOperator<String> change) {
        var files = new HashMap<String, byte[]>();
        read("forms", ".form", files);
        read("processes", ".dmn", files);
        try {
            files.put(
                    key + ".bpmn",
                    change.apply(Files.readString(Path.of("processes", key + ".bpmn")))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static void read(String folder, String ending, Map<String, byte[]> files) {
        try (var found = Files.list(Path.of(folder))) {
            for (var file :
                    found.filter(each -> each.toString().endsWith(ending)).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String replaced(String text, String right, String wrong) {
        assertThat(text).contains(right);
        return text.replace(right, wrong);
    }
}
