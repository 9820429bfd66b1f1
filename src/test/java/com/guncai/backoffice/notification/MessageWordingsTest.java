package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What is kept of a message reads as the message did. */
class MessageWordingsTest {
    private static final Pattern TO_APPLY_FOR =
            Pattern.compile("^ +# (.*)\\R +((?:DESK|CUSTOMER)_\\w+):", Pattern.MULTILINE);

    private final MessageWordings wordings = new MessageWordings();

    MessageWordingsTest() throws IOException {}

    @Test
    void itsVariablesAreFilledIn() {
        var message = new OutboundMessage(
                "s",
                "FL1",
                "CUSTOMER_ORDER_ACCEPTED",
                Map.of("service", "鲜花配送", "orderNo", "FL1", "shopName", "花语", "eta", "11月24日 10:00"),
                Map.of());

        assertThat(wordings.text(message)).isEqualTo("您的鲜花配送订单FL1已由花语接单，预计11月24日 10:00送达。");
    }

    @Test
    void whatSomebodyTypedIsNoVariable() {
        var message = new OutboundMessage(
                "s",
                "FL1",
                "CUSTOMER_ORDER_ACCEPTED",
                Map.of("service", "$1${service", "orderNo", "${orderNo}", "shopName", "${eta}", "eta", "\\"),
                Map.of());

        assertThat(wordings.text(message)).isEqualTo("您的$1${service订单${orderNo}已由${eta}接单，预计\\送达。");
    }

    @Test
    void withoutAWordingItsVariablesAreListed() {
        assertThat(wordings.text(new OutboundMessage("s", "FL1", "NEW_ONE", Map.of("b", "2", "a", "1"), Map.of())))
                .isEqualTo("a：1，b：2");
    }

    @Test
    void theWordingsAreTheOnesToApplyFor() throws IOException {
        var toApplyFor = TO_APPLY_FOR
                .matcher(Files.readString(Path.of("messages.example.yaml")))
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(2), match -> match.group(1).replace("https://your-host/", "/")));
        var kept = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("message-wordings.properties"), StandardCharsets.UTF_8));

        assertThat(kept).containsExactlyInAnyOrderEntriesOf(toApplyFor);
    }
}
