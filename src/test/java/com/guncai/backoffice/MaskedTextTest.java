package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever holds a key, a token or something about a person may be printed: its text says nothing of it. */
class MaskedTextTest {
    private static final String SECRET = "nobody-may-read-this";

    /** What may be read of a holder: names and numbers by which it is found again. */
    private static final Set<String> OPEN = Set.of(
            "id",
            "user",
            "orderNo",
            "outId",
            "template",
            "flowerId",
            "appId",
            "merchantId",
            "endpoint",
            "bucket",
            "status");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.SessionProperties",
                "customer.SessionProperties$Key",
                "customer.WeChatProperties",
                "customer.SessionController$SignIn",
                "customer.SessionController$PhoneBinding",
                "customer.SessionController$Session",
                "customer.AccessTokens$Issued",
                "customer.Customers$Contact",
                "shared.EncryptionProperties",
                "shared.EncryptionProperties$Key",
                "staff.FirstAdministratorProperties",
                "payment.WeChatPayProperties",
                "payment.Shipping",
                "notification.SmsProperties",
                "notification.NotificationProperties",
                "notification.SmsSender$Sms",
                "notification.OutboundMessage",
                "flower.FlowerOrderRequest",
                "flower.FlowerOrderView$Ordered",
                "flower.FlowerOrderCards$Card",
                "topup.TopUpOrderRequest",
                "topup.TopUpOrderView$Ordered",
                "topup.TopUpOrderCards$Card",
                "coupon.CouponController$Redeemed",
                "coupon.Redemptions$Redemption",
                "coupon.CouponRecipients$Recipient",
                "coupon.batch.BatchRow",
                "spreadsheet.Cell",
                "cashback.ClaimRequest",
                "cashback.PayeeRequest",
                "cashback.ClaimSubmission$Whole",
                "cashback.ClaimView$Claimed",
                "cashback.ClaimTransfer",
                "cashback.ClaimReview",
                "cashback.ClaimCall",
                "receipt.ReceiptProperties$S3",
                "order.Prepay",
                "order.OrderView",
                "order.OrderDetails$Details",
                "order.OrderDetails$Summary",
                "order.OrderRefunds$RefundView",
                "refund.RefundDecision",
                "refund.RefundCards$Card",
                "refund.RefundController$RefundRequest",
            })
    void theTextOfASecretHolderHoldsNoSecret(String holder) throws ReflectiveOperationException {
        assertThat(filled(Class.forName("com.guncai.backoffice." + holder)).toString())
                .isNotBlank()
                .doesNotContain(SECRET);
    }

    private static Object filled(Class<?> holder) throws ReflectiveOperationException {
        var components = holder.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            var open = OPEN.contains(components[i].getName());
            values[i] = value(components[i].getGenericType(), open ? "open" : SECRET);
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = holder.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0], text))
                    : Map.of("desk", value(arguments[1], text));
        }
        var simple = (Class<?>) type;
        if (simple.isRecord()) {
            return filled(simple);
        }
        if (simple.isEnum()) {
            return simple.getEnumConstants()[0];
        }
        return switch (simple.getSimpleName()) {
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> true;
            case "URI" -> URI.create("https://store.example");
            case "Duration" -> Duration.ZERO;
            case "Instant" -> Instant.EPOCH;
            case "LocalDate" -> LocalDate.EPOCH;
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-11-24T10:00+08:00");
            default -> text;
        };
    }
}
