package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each task form shows one card of its case; managers find the named values of a form in the handbook. */
class TaskFormCardsTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>[点](https://evil.example){{order.phone}}\n";
    private static final String ESCAPED = "&#60;img src&#61;x onerror&#61;alert&#40;1&#41;&#62;";
    /** Addresses are made of case numbers by the code. */
    private static final Set<String> ADDRESSES = Set.of("picture", "thumbnail", "rows", "dayPage", "statementPage");

    private static final Pattern CARD = Pattern.compile("\"text\": \"\\{\\{order\\.(\\w*[cC]ard)}}\"");
    private static final Pattern NAMED = Pattern.compile("\\border\\.(\\w+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "purchase-flowers, flower.FlowerOrderCards$Card",
        "follow-delivery, flower.FlowerOrderCards$Card",
        "top-up-phone, topup.TopUpOrderCards$Card",
        "review-receipt, cashback.ClaimReview",
        "transfer-cashback, cashback.ClaimTransfer",
        "call-for-payee, cashback.ClaimCall",
        "answer-customer, aftersale.AfterSaleCards$Card",
        "decide-refund, refund.RefundCards$Card",
        "refund-by-hand, refund.RefundCards$Card",
        "confirm-import, coupon.batch.BatchCards$Card",
        "approve-issue, coupon.batch.BatchCards$Card",
        "restock-for-order, couponsales.CouponOrderCards$Card",
        "buy-codes, codepurchase.PurchaseOrderCards$Card",
        "resolve-difference, reconciliation.ReconciliationCards$Card",
        "confirm-resolution, reconciliation.ReconciliationCards$Card",
        "ask-for-bill, reconciliation.ReconciliationCards$Card",
        "check-statement, settlement.SettlementCards$Card",
        "confirm-statement, settlement.SettlementCards$Card",
        "record-settlement, settlement.SettlementCards$Card"
    })
    void showsItsCardEscapedAndTellsItsValues(String form, String content) throws Exception {
        var type = Class.forName("com.guncai.backoffice." + content);
        var order = JSON.valueToTree(filled(type));
        var text = Files.readString(Path.of("forms", form + ".form"));
        var card = CARD.matcher(text);

        assertThat(card.find()).as("a text component with a card").isTrue();
        assertThat(order.path(card.group(1)).asText())
                .contains(ESCAPED)
                .doesNotContain("onerror=", "<img src=x", "](", "{{", "\n");
        assertThat(NAMED.matcher(text).results().map(name -> name.group(1)))
                .as("values that the form names")
                .isSubsetOf(names(order));
        assertThat(handbook(form)).as("%s in docs/staff-handbook.md", form).containsExactlyElementsOf(texts(order));
    }

    @Test
    void knowsAllForms() throws Exception {
        var known = Arrays.stream(getClass()
                        .getDeclaredMethod("showsItsCardEscapedAndTellsItsValues", String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(line -> line.split(",")[0] + ".form");
        try (var forms = Files.list(Path.of("forms"))) {
            assertThat(known)
                    .containsExactlyInAnyOrderElementsOf(
                            forms.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".form"))
                                    .toList());
        }
    }

    private static List<String> names(JsonNode order) {
        return stream(order).toList();
    }

    /** What may be inserted by name: texts, but for the cards. */
    private static List<String> texts(JsonNode order) {
        return stream(order)
                .filter(name -> order.get(name).isTextual() && !name.matches("card|\\w+Card"))
                .toList();
    }

    private static Stream<String> stream(JsonNode order) {
        return order.properties().stream().map(java.util.Map.Entry::getKey);
    }

    /** The names in the line of a form in the handbook's table. */
    private static List<String> handbook(String form) throws IOException {
        return Files.readAllLines(Path.of("docs", "staff-handbook.md")).stream()
                .filter(line -> line.startsWith("|") && line.contains("`" + form + ".form`"))
                .flatMap(line -> Pattern.compile("`(\\w+)`").matcher(line).results())
                .map(name -> name.group(1))
                .toList();
    }

    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ADDRESSES.contains(components[i].getName())
                    ? "/staff/receipts/1"
                    : value(components[i].getGenericType());
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(filled((Class<?>) list.getActualTypeArguments()[0]));
        }
        return type instanceof Class<?> part && part.isRecord() ? filled(part) : HOSTILE;
    }
}
