package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

/** A form takes what it asks: of each kind of form, and of each way in which fields are written into one. */
class FormFieldsTest {

    @Test
    void aFormOfThisReleaseAsksItsKeyedFields() throws IOException {
        assertThat(ours("purchase-flowers.form").asked())
                .containsExactlyInAnyOrder(
                        "shopFound",
                        "shopName",
                        "shopPhone",
                        "estimatedDeliveryAt",
                        "purchaseOrderNo",
                        "purchaseCostYuan",
                        "costConfirmed",
                        "undeliverableReason");
        assertThat(ours("review-receipt.form").asked()).doesNotContain("transferred", "transferNo");
    }

    @Test
    void anEmbeddedPageAsksItsInputsAndWhatItsScriptDeclares() throws IOException {
        assertThat(ours("import-codes.html").asked())
                .containsExactlyInAnyOrder("file", "couponProduct", "boughtBy", "purchaseCostYuan");
        assertThat(FormFields.of(
                                "x.html",
                                bytes(
                                        """
                camForm.variableManager.createVariable({ name: 'total', type: 'Long' })"""))
                        .asked())
                .containsExactly("total");
    }

    @Test
    void groupsListsAndPathsLeadToTheirVariable() {
        var form = FormFields.of(
                "x.form",
                bytes(
                        """
                {"components":[
                  {"type":"group","components":[{"type":"textfield","key":"inGroup"}]},
                  {"type":"group","path":"address","components":[{"type":"textfield","key":"street"}]},
                  {"type":"dynamiclist","path":"lines","components":[{"type":"number","key":"count"}]},
                  {"type":"textfield","key":"person.name"},
                  {"type":"textfield","key":"seen","readonly":true},
                  {"type":"text","text":"nothing to fill in"}]}"""));

        assertThat(form.asked()).containsExactlyInAnyOrder("inGroup", "address", "lines", "person");
        assertThat(form.shown()).containsExactly("seen");
    }

    @Test
    void whatAFormOnlyShowsIsLeftOutAndWhatItDoesNotAskIsRefused() {
        var form = new FormFields(Set.of("note"), Set.of("seen"));

        assertThat(FormFieldGuard.taken(form, Map.of("note", "x", "seen", "forged")))
                .containsExactly(entry("note", "x"));
        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> FormFieldGuard.taken(form, Map.of("note", "x", "payment", "x")))
                .withMessage("表单没有这些内容：payment");
    }

    @Test
    void neitherObjectsNorEndlessTextsAreTaken() {
        var form = new FormFields(Set.of("note"), Set.of());
        var object = Variables.serializedObjectValue("{}")
                .objectTypeName("java.util.HashMap")
                .serializationDataFormat("application/json")
                .create();

        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> FormFieldGuard.taken(form, Map.of("note", object)));
        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> FormFieldGuard.taken(form, Map.of("note", "字".repeat(4001))))
                .withMessage("内容太长：note");
    }

    private static FormFields ours(String name) throws IOException {
        return FormFields.of(name, Files.readAllBytes(Path.of("forms", name)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
