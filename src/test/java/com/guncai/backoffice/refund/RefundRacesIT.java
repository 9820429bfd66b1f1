package com.guncai.backoffice.refund;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who act at the same moment on a real database: one wins, the other is told, the money moves once. */
class RefundRacesIT extends RefundRaceFixture {
    @Autowired
    Sandbox sandbox;

    @RepeatedTest(8)
    void theClerkCompletesWhileTheCustomerAsks() {
        buys().is(204);
        var follow = id(flowerDesk.task(orderNo));

        var answers = atOnce(
                () -> flowerDesk.completes(follow, Map.of("deliveryNote", "本人签收", "completeEarly", true)),
                () -> customer.asksForRefund(orderNo, "不想要了"));

        var completed = answers.get(0);
        var asked = answers.get(1);
        if (completed.status() == 204) {
            assertThat(asked.status()).as("within seven days").isEqualTo(202);
            assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
            assertThat(refunds()).isOne();
        } else {
            asked.is(202);
            assertThat(completed.body()).contains("订单正在申请退款，暂不能完成，请等待客服处理");
            assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
            assertThat(flowerDesk.awaitsTask(orderNo)).isNotNull();
            assertThat(refunds()).isOne();
        }
    }

    @RepeatedTest(5)
    void theClerkBuysWhileCustomerServiceApproves() {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var decide = id(service.refundTask(orderNo));
        var purchase = id(flowerDesk.task(orderNo));

        var answers = atOnce(
                () -> service.completes(decide, Map.of("refundApproved", true)),
                () -> flowerDesk.completes(purchase, FlowerShop.foundFor(customer)));

        if (answers.get(0).status() != 204) {
            assertThat(service.completes(decide, Map.of("refundApproved", true)).status())
                    .as("after %s", answers.get(0))
                    .isEqualTo(204);
        }
        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        assertThat(flowerDesk.task(orderNo)).isEmpty();
        assertThat(bankFlow()).isOne();
    }

    @RepeatedTest(3)
    void theCustomerConfirmsTheDeliveryWhileAskingForMoney() {
        buys().is(204);

        var answers = atOnce(() -> customer.confirmsDelivery(orderNo), () -> customer.asksForRefund(orderNo, "少了一枝"));

        answers.get(1).is(202);
        var confirmed = answers.get(0).status() == 200;
        if (!confirmed) {
            assertThat(answers.get(0).text("/code")).isEqualTo("ORDER_UNDER_REFUND");
        }
        assertThat(customer.status(orderNo)).isEqualTo(confirmed ? "COMPLETED" : "ACCEPTED");
        assertThat(customer.order(orderNo).text("/refund/status")).isEqualTo("REQUESTED");
    }

    @Test
    void theCustomerAsksTwiceAtOnce() {
        var answers =
                atOnce(() -> customer.asksForRefund(orderNo, "不想要了"), () -> customer.asksForRefund(orderNo, "不想要了"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, 409);
        assertThat(refunds()).isOne();
    }

    @Test
    void twoDecideAtOnce() {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var decide = id(service.refundTask(orderNo));

        var answers = atOnce(
                () -> service.completes(decide, Map.of("refundApproved", true)),
                () -> service.completes(decide, Map.of("refundApproved", false, "decisionNote", "花已制作")));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        var approved = answers.get(0).status() == 204;
        await().untilAsserted(() -> assertThat(customer.order(orderNo).text("/refund/status"))
                .isEqualTo(approved ? "REFUNDED" : "REJECTED"));
        assertThat(customer.status(orderNo)).isEqualTo(approved ? "REFUNDED" : "PAID");
        assertThat(bankFlow()).isEqualTo(approved ? 1 : 0);
    }

    @RepeatedTest(3)
    void fiveNoticesAtOnceAreOneRefund() {
        var refundNo = underWay();

        Supplier<Integer> settles =
                () -> sandbox.settleRefund(refundNo, PayRefund.Status.SUCCESS).status();
        var answers = atOnce(settles, settles, settles, settles, settles);

        assertThat(answers).containsOnly(204);
        assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
        assertThat(bankFlow()).isOne();
    }

    @Test
    void theMoneyArrivesWhileFinanceTransfers() {
        var refundNo = underWay();
        sandbox.settleRefund(refundNo, PayRefund.Status.ABNORMAL);
        await().untilAsserted(() -> assertThat(finance.refundTask(orderNo)).isPresent());
        var transfer = id(finance.refundTask(orderNo));

        var answers = atOnce(
                () -> finance.completes(transfer, Map.of("bankFlowNo", "B" + orderNo)),
                () -> new Answer(
                        sandbox.settleRefund(refundNo, PayRefund.Status.SUCCESS).status(), "", ""));

        assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
        var transferred = answers.get(0).status() == 204;
        assertThat(bankFlow()).as("what left is in the books").isEqualTo(transferred ? 2 : 1);
        assertThat(answers.get(1).status()).isEqualTo(transferred ? 422 : 204);
    }

    @Test
    void oneBankFlowNumberIsNotTwoTransfers() {
        var first = byHand();
        orderNo = paid();
        var second = byHand();

        var answers = atOnce(
                () -> finance.completes(first, Map.of("bankFlowNo", "SAME" + orderNo)),
                () -> finance.completes(second, Map.of("bankFlowNo", "SAME" + orderNo)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        assertThat(answers.get(answers.get(0).status() == 204 ? 1 : 0).body()).contains("该银行流水号已登记在退单 ");
    }

    private String underWay() {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        refusal("PROCESSING");
        service.completes(id(service.refundTask(orderNo)), Map.of("refundApproved", true))
                .is(204);
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select refund_no from refund where order_no = ? and wechat_refund_id is not null", orderNo))
                .hasSize(1));
        return jdbc.queryForObject("select refund_no from refund where order_no = ?", String.class, orderNo);
    }

    private String byHand() {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        refusal("USER_ACCOUNT_ABNORMAL");
        service.completes(id(service.refundTask(orderNo)), Map.of("refundApproved", true))
                .is(204);
        var asked = orderNo;
        await().untilAsserted(() -> assertThat(finance.refundTask(asked)).isPresent());
        return id(finance.refundTask(orderNo));
    }

    private void refusal(String code) {
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", Fault.Kind.REFUSE, code, 1));
    }

    private int refunds() {
        return jdbc.queryForObject("select count(*) from refund where order_no = ?", Integer.class, orderNo);
    }
}
