package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.receipt.Retouched;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may look at the picture of a receipt. */
@BackofficeTest
class ReceiptDoorsIT {
    @LocalServerPort
    int port;

    @Test
    void theReceiptIsForItsOwnerAndTheDesksThatWorkAtIt() {
        var customer = new Claimant(port);
        var orderNo = customer.claims();
        var picture = "/staff/receipts/" + orderNo;

        for (var desk : List.of("review", "finance", "service")) {
            for (var path : List.of(picture, picture + "/thumbnail")) {
                var answer = StaffBrowser.of(port, desk).get(path);
                assertThat(answer.statusCode()).as(desk).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("no-store", "private");
                assertThat(Retouched.read(answer.body()).getWidth()).isPositive();
            }
        }
        for (var other : List.of("flower", "topup", "coupon", "manager", "admin")) {
            assertThat(StaffBrowser.of(port, other).get(picture).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(StaffBrowser.ofNobody(port).get(picture).statusCode()).isEqualTo(401);
        assertThat(StaffBrowser.ofNobody(port).opens(picture).statusCode()).isEqualTo(302);
        assertThat(customer.phone().api().get(picture).status())
                .as("a token is no session")
                .isEqualTo(302);

        var own = "/api/v1/orders/" + orderNo + "/receipt";
        assertThat(customer.phone().api().get(own).is(200).contentType()).isEqualTo("image/jpeg");
        new Claimant(port).phone().api().get(own).is(404);
        Json.at(port).get(own).is(401);
        assertThat(StaffBrowser.of(port, "review")
                        .get("/staff/receipts/..%2f..%2fpom.xml")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }
}
