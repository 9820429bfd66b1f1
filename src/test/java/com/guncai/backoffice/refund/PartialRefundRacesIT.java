package com.guncai.backoffice.refund;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Parts that go back, and wishes that are withdrawn, at the same moment as something else on a real database. */
class PartialRefundRacesIT extends RefundRaceFixture {
    @Autowired
    Refunds refunds;

    @RepeatedTest(5)
    void theClerkCompletesWhileAPartIsApproved() {
        buys().is(204);
        var follow = id(flowerDesk.task(orderNo));
        customer.asksForRefund(orderNo, "少了一枝").is(202);
        var decide = id(service.refundTask(orderNo));

        var answers = atOnce(
                () -> service.completes(decide, Map.of("refundApproved", true, "refundYuan", 10)),
                () -> flowerDesk.completes(follow, Map.of("completeEarly", true)));

        answers.get(0).is(204);
        if (answers.get(1).status() != 204) {
            assertThat(answers.get(1).body()).contains("订单正在申请退款，暂不能完成，请等待客服处理");
            flowerDesk.completes(follow, Map.of("completeEarly", true)).is(204);
        }
        await().untilAsserted(() -> assertThat(refundedFen()).isEqualTo(1_000));
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(bankFlow()).isOne();
    }

    @RepeatedTest(5)
    void theCustomerWithdrawsWhileCustomerServiceDecides() {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var decide = id(service.refundTask(orderNo));

        var answers = atOnce(
                () -> customer.withdrawsRefund(orderNo),
                () -> service.completes(decide, Map.of("refundApproved", true)));

        if (answers.get(0).status() == 200) {
            assertThat(answers.get(1).status()).isNotEqualTo(204);
            assertThat(customer.status(orderNo)).isEqualTo("PAID");
            assertThat(bankFlow()).isZero();
            assertThat(flowerDesk.task(orderNo)).isPresent();
        } else {
            assertThat(answers.get(0).is(409).text("/code")).isIn("REFUND_STATE", "TRY_AGAIN", "ORDER_STATE");
            await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
            assertThat(bankFlow()).isOne();
        }
        assertThat(service.refundTask(orderNo)).isEmpty();
    }

    /** Each wants 100 of 150 yuan: were both to go through, more would go back than was paid. */
    @RepeatedTest(3)
    void twoOfTheStaffGiveMoneyBackAtOnce() {
        var answers = atOnce(() -> proposes("service"), () -> proposes("manager"));

        assertThat(answers).containsExactlyInAnyOrder("OPENED", "REFUND_OPEN");
        service.completes(id(service.refundTask(orderNo)), Map.of("refundApproved", true))
                .is(204);
        await().untilAsserted(() -> assertThat(refundedFen()).isEqualTo(10_000));
        assertThat(proposes("service")).as("50 are left").isEqualTo("REFUND_FEN_TOO_MUCH");
    }

    private String proposes(String staff) {
        try {
            refunds.propose(orderNo, 10_000L, "花不新鲜", staff);
            return "OPENED";
        } catch (ProblemException refused) {
            return refused.code();
        }
    }

    /** Two decide at once on one refund of a part: the part goes back once. */
    @RepeatedTest(3)
    void twoApproveAPartAtOnce() {
        customer.asksForRefund(orderNo, "少了一枝").is(202);
        var decide = id(service.refundTask(orderNo));
        var manager = new Clerk(port, "manager");
        var hundred = Map.of("refundApproved", true, "refundYuan", 100);

        var answers = atOnce(() -> service.completes(decide, hundred), () -> manager.completes(decide, hundred));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        await().untilAsserted(() -> assertThat(refundedFen()).isEqualTo(10_000));
        assertThat(bankFlow()).isOne();
    }

    private long refundedFen() {
        return jdbc.queryForObject("select refunded_fen from customer_order where order_no = ?", Long.class, orderNo);
    }
}
