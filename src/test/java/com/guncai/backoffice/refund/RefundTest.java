package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A paid order of red roses, WeChat Pay's sandbox, and what the tables say of refunds. */
@ProcessTest
@Import(Engine.class)
abstract class RefundTest {
    static final long PAID = 15_000;

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Sandbox sandbox;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "135%08d".formatted(CUSTOMERS.incrementAndGet()));
        orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        sandbox.clearFaults();
    }

    @AfterEach
    void faultsEndWithTheTest() {
        sandbox.clearFaults();
    }

    ProcessInstance requested() {
        customer.asksForRefund(orderNo, "送达时间来不及").is(202);
        return engine.process("RefundProcess", orderNo);
    }

    /** Decided, WeChat Pay to be asked next. */
    ProcessInstance approved() {
        return approved(Map.of());
    }

    ProcessInstance approved(Map<String, Object> more) {
        var process = requested();
        var answers = new HashMap<String, Object>(more);
        answers.put("refundApproved", true);
        engine.complete(process, "Task_DecideRefund", answers);
        return process;
    }

    /** Asked for at WeChat Pay, which takes its time. */
    ProcessInstance underWay() {
        return underWay(Map.of());
    }

    ProcessInstance underWay(Map<String, Object> more) {
        var process = approved(more);
        weChatPayRefuses("PROCESSING");
        run(process, "Task_RequestRefund");
        return process;
    }

    /** WeChat Pay gave up; finance has the task. */
    ProcessInstance byHand() {
        var process = underWay();
        sandbox.settleRefund(process.getBusinessKey(), PayRefund.Status.ABNORMAL);
        return process;
    }

    void run(ProcessInstance process, String... activities) {
        for (var activity : activities) {
            engine.run(process, activity);
        }
    }

    /** The next request for a refund is refused with this code; a state of WeChat Pay's is how an accepted one ends. */
    void weChatPayRefuses(String code) {
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", Fault.Kind.REFUSE, code, 1));
    }

    void settles(ProcessInstance refund, PayRefund.Status status) {
        assertThat(sandbox.settleRefund(refund.getBusinessKey(), status).status())
                .isEqualTo(204);
    }

    String status(ProcessInstance refund) {
        return jdbc.queryForObject(
                "select status from refund where refund_no = ?", String.class, refund.getBusinessKey());
    }

    /** {@code account amount external number} of each sum that left for the order. */
    List<String> bankFlow() {
        return jdbc.query(
                "select account, amount_fen, external_no from bank_transaction where order_no = ?",
                (row, number) -> row.getString(1) + " " + row.getLong(2) + " " + row.getString(3),
                orderNo);
    }

    List<PayRefund> atWeChatPay() {
        return sandbox.refunds().stream()
                .filter(refund -> refund.orderNo().equals(orderNo))
                .toList();
    }

    /** What came of the notifications and reports about the order that were not accepted. */
    List<String> alarms() {
        return jdbc.queryForList(
                "select outcome || ' ' || reason from payment_notification where order_no = ? and outcome <> 'ACCEPTED'"
                        + " and reason is not null order by id",
                String.class,
                orderNo);
    }
}
