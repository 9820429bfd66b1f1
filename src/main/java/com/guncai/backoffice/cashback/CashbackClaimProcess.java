package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Connects the cashback module with processes/CashbackClaimProcess.bpmn; public for its expressions. */
@Component
public class CashbackClaimProcess implements CaseProcess {
    private static final String FINANCE = "finance";
    private static final String CUSTOMER_SERVICE = "customer-service";

    static final Set<String> DESKS = Set.of("review-desk", FINANCE, CUSTOMER_SERVICE);

    private static final String TRANSFER = "transfer";
    private static final String CALL = "call";

    private final Processes processes;
    private final OpenOrders openOrders;
    private final CashbackClaims claims;
    private final Transfers transfers;
    private final ClaimCards cards;
    private final PayeeViewRepository payeeViews;
    private final Clock clock;

    CashbackClaimProcess(
            Processes processes,
            OpenOrders openOrders,
            CashbackClaims claims,
            Transfers transfers,
            ClaimCards cards,
            PayeeViewRepository payeeViews,
            Clock clock) {
        this.processes = processes;
        this.openOrders = openOrders;
        this.claims = claims;
        this.transfers = transfers;
        this.cards = cards;
        this.payeeViews = payeeViews;
        this.clock = clock;
    }

    @Override
    public Set<String> formFields() {
        return Set.of(
                "approved", "rejectReason", "rejectNote", "transferred", "transferNo", "failureReason", "givenUp");
    }

    @Override
    public Set<String> candidateGroups() {
        return DESKS;
    }

    @Override
    public boolean concerns(ServiceCode service, boolean priced) {
        return !priced && CashbackServices.ALL.contains(service);
    }

    @Override
    public String service(String orderNo) {
        return claims.get(orderNo).service().code();
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("cashbackClaimProcess.approve", "cashbackClaimProcess.recordTransfer")
                .orBy("cashbackClaimProcess.reject")
                .orBy("cashbackClaimProcess.giveUp");
    }

    @Override
    public Set<String> messages() {
        return Set.of(PayeeCorrected.class.getSimpleName());
    }

    @Override
    public @Nullable String endVeto(String orderNo) {
        return openOrders.whyOpen(orderNo);
    }

    @EventListener
    void on(ClaimSubmitted submitted) {
        processes.start(this, submitted.orderNo());
    }

    @EventListener
    void on(PayeeCorrected corrected) {
        processes.correlate(corrected.orderNo(), corrected);
    }

    /** What the reviewer's form shows. */
    @ModelAction
    public TaskFormData reviewCard(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** What the form of finance shows. */
    @ModelAction
    public TaskFormData transferCard(String orderNo) {
        return processes.card(this, orderNo, TRANSFER);
    }

    /** What the form of customer service shows. */
    @ModelAction
    public TaskFormData callCard(String orderNo) {
        return processes.card(this, orderNo, CALL);
    }

    /** The claim in a line, for the list of tasks. */
    @ModelAction
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    /**
     * The desks share this process and may read its variables, so what a card shows depends on who reads it. The payee is
     * open to finance only, but for who reviewed the claim, and each look is recorded.
     */
    @Override
    @Transactional
    public Object cardContent(String orderNo, String kind) {
        return switch (kind) {
            case TRANSFER -> transferContent(orderNo);
            case CALL -> cards.call(orderNo, processes.isStaffOf(CUSTOMER_SERVICE));
            default -> cards.review(orderNo);
        };
    }

    private Object transferContent(String orderNo) {
        var reader = processes.currentStaff();
        if (reader == null
                || !processes.isStaffOf(FINANCE)
                || claims.get(orderNo).wasReviewedBy(reader)) {
            return cards.transfer(orderNo, false);
        }
        payeeViews.save(new PayeeView(orderNo, reader, BusinessTime.now(clock)));
        return cards.transfer(orderNo, true);
    }

    @Override
    public @Nullable String claimVeto(String task, String orderNo, String staff) {
        return task.equals("Task_TransferCashback") && claims.get(orderNo).wasReviewedBy(staff)
                ? Transfers.FOUR_EYES
                : null;
    }

    /** Task_RecordApproval. */
    @ModelAction
    public void approve(String orderNo) {
        claims.approve(orderNo, processes.currentStaff());
    }

    /** Task_RecordRejection. */
    @ModelAction
    public void reject(String orderNo, @Nullable Object rejectReason, @Nullable Object rejectNote) {
        claims.reject(orderNo, rejectReason, rejectNote);
    }

    /** Task_RecordTransfer. */
    @ModelAction
    public void recordTransfer(String orderNo, @Nullable Object transferNo) {
        transfers.done(orderNo, transferNo, processes.currentStaff());
    }

    /** Task_RecordTransferFailure. */
    @ModelAction
    public void recordFailure(String orderNo, @Nullable Object failureReason) {
        transfers.failed(orderNo, failureReason, processes.currentStaff());
    }

    /** Task_RecordCall: the customer will correct the payee themselves, and the claim waits for it again. */
    @ModelAction
    public void keepWaiting(String orderNo, @Nullable Object givenUp) {
        if (!(givenUp instanceof Boolean)) {
            throw ProblemException.invalid(ProblemCode.CALL_RESULT_REQUIRED, "请选择和用户沟通的结果");
        }
        claims.keepWaiting(orderNo);
    }

    /** Task_RecordGivenUp. */
    @ModelAction
    public void giveUp(String orderNo) {
        claims.giveUp(orderNo);
    }
}
