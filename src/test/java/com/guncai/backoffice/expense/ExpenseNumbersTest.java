package com.guncai.backoffice.expense;

import static com.guncai.backoffice.shared.CompanyAccount.ALIPAY;
import static com.guncai.backoffice.shared.CompanyAccount.BANK;
import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One number of one account stands for one piece of work, of whatever kind. On H2. */
@ProcessTest
class ExpenseNumbersTest {
    private static final Work TOP_UP = Work.order("T1");
    private static final Work CASHBACK = Work.order("C1");

    @Autowired
    ExpenseNumbers numbers;

    final String number = "2026" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aNumberOfAlipayIsNeverATopUpAndACashback() {
        numbers.take(of(ALIPAY, number, "充值流水号"), TOP_UP);

        assertThatThrownBy(() -> numbers.take(of(ALIPAY, number.toUpperCase(), "转账流水号"), CASHBACK))
                .isInstanceOf(ProblemException.class)
                .hasMessage("该转账流水号已登记在订单 T1，请核对后填写本单的流水号");
    }

    @Test
    void anotherAccountCountsItsOwn() {
        numbers.take(of(ALIPAY, number, "充值流水号"), TOP_UP);

        assertThatCode(() -> numbers.take(of(BANK, number, "银行流水号"), new Work("退单", "R1")))
                .doesNotThrowAnyException();
    }

    @Test
    void theSameWorkMayNameItAgain() {
        numbers.take(of(ALIPAY, number, "充值流水号"), TOP_UP);

        assertThatCode(() -> numbers.take(of(ALIPAY, number, "充值流水号"), TOP_UP)).doesNotThrowAnyException();
    }

    @Test
    void aMistypedNumberIsFreeAgainForWhoeverItBelongsTo() {
        numbers.take(of(ALIPAY, number, "充值流水号"), TOP_UP);

        numbers.release(of(ALIPAY, number, "充值流水号"), CASHBACK);
        assertThatThrownBy(() -> numbers.take(of(ALIPAY, number, "转账流水号"), CASHBACK))
                .as("only its own")
                .isInstanceOf(ProblemException.class);
        numbers.release(of(ALIPAY, number, "充值流水号"), TOP_UP);

        assertThatCode(() -> numbers.take(of(ALIPAY, number, "转账流水号"), CASHBACK))
                .doesNotThrowAnyException();
    }

    @Test
    void ofTwoWhoEnterItAtOnceOneGetsItAndTheOtherHearsWho() {
        var answers = atOnce(() -> taken(TOP_UP), () -> taken(CASHBACK));

        assertThat(answers).containsOnlyOnce("");
        var winner = answers.get(0).isEmpty() ? "T1" : "C1";
        assertThat(answers).anySatisfy(refusal -> assertThat(refusal).contains("已登记在订单 " + winner + "，"));
    }

    private String taken(Work work) {
        try {
            numbers.take(of(ALIPAY, number, "流水号"), work);
            return "";
        } catch (ProblemException refused) {
            return refused.detail();
        }
    }

    private static ExpenseNumber of(CompanyAccount account, String number, String field) {
        return new ExpenseNumber(account, number, field, ProblemCode.TRANSFER_NO_USED);
    }
}
