package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The one class behind {@code processes/X.bpmn}, named {@code X} as the process id is. Its public methods are what the
 * diagram's expressions call.
 */
public interface CaseProcess extends ModelBean {

    /** The process id. */
    default String key() {
        return ClassUtils.getUserClass(this).getSimpleName();
    }

    /**
     * Keys of the form fields that the diagram's expressions name. A field that a form left out is {@code null} there
     * instead of unknown.
     */
    default Set<String> formFields() {
        return Set.of();
    }

    /**
     * Variables that its cases start with, besides {@link #caseNumbers}, each with values that a trial of the diagram begins
     * with; expressions may name them.
     */
    default Map<String, List<@Nullable Object>> sampleStart() {
        return Map.of();
    }

    /** Ids of the staff groups that hold its tasks: they may read its running cases, variables included. */
    default Set<String> candidateGroups() {
        return Set.of();
    }

    /** Ids of the staff groups that start its cases by a form; empty when only facts do. */
    default Set<String> starters() {
        return Set.of();
    }

    /** Whether it fulfils the paid orders of a service: {@code PaymentProcess} starts it then. */
    default boolean fulfils(ServiceCode service) {
        return false;
    }

    /**
     * Whether its cases are orders of a service: its groups then see these orders.
     *
     * @param priced whether customers pay for the orders; a claim of the same service they do not pay for
     */
    default boolean concerns(ServiceCode service, boolean priced) {
        return priced && fulfils(service);
    }

    /** The order that a case is about, where the case has a number of its own. */
    default String orderNo(String caseNo) {
        return caseNo;
    }

    /** Whether it can fulfil an order of a service once more, without a second payment. */
    default boolean redoes(ServiceCode service) {
        return false;
    }

    /** Code of the service that a case is about; {@code null} when it is about none. Deadlines may differ by it. */
    default @Nullable String service(String caseNo) {
        return null;
    }

    /** What the customer was promised, where deadlines count from it; {@code null} while nothing is. */
    default @Nullable Instant promisedAt(String caseNo) {
        return null;
    }

    /**
     * Why a case cannot be over yet, as the beginning of a sentence for managers that names it; {@code null} when it may be.
     * Asked whenever its process would end.
     */
    default @Nullable String endVeto(String caseNo) {
        return null;
    }

    /** What its diagram may not leave out, and may lead to no end without. */
    default RequiredSteps requiredSteps() {
        return RequiredSteps.NONE;
    }

    /**
     * Names of the messages that its running cases have to hear: their diagram waits for each of them, or a fact would get
     * lost.
     */
    default Set<String> messages() {
        return Set.of();
    }

    /** Variables by which the diagram knows its case; no form may answer them. */
    default Set<String> caseNumbers() {
        return Set.of(Processes.ORDER_NO);
    }

    /** Whether the engine's history has its cases; not where tables of ours say all that happened to them. */
    default boolean keepsHistory() {
        return true;
    }

    /**
     * What the task forms show of a case, made of display-ready texts. Read from the tables each time somebody looks;
     * never stored in the engine.
     */
    default Object cardContent(String caseNo) {
        throw new IllegalStateException(key() + " has no tasks");
    }

    /** As above, where the tasks of a process show different cards. */
    default Object cardContent(String caseNo, String kind) {
        return cardContent(caseNo);
    }

    /**
     * Why a member of staff may not take a task of the case, in a sentence for them; {@code null} when nothing speaks against
     * it. A courtesy before the work: the domain method refuses the same when the task is completed. Runs in the transaction that
     * takes the task: what is locked here is not changed by anybody else meanwhile.
     *
     * @param task its id in the diagram
     */
    default @Nullable String claimVeto(String task, String caseNo, String staff) {
        return null;
    }

    /**
     * Who a new task of the case goes to, where the case knows somebody; {@code null} to leave it to the desk. They may give it
     * back, and a manager may hand it on.
     *
     * @param task its id in the diagram
     */
    default @Nullable String preferredAssignee(String task, String caseNo) {
        return null;
    }
}
