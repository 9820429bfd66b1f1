package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.guncai.backoffice.couponsales.CouponOrderTasks;
import com.guncai.backoffice.notification.Notifications;
import com.guncai.backoffice.payment.PaymentTasks;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.refund.RefundTasks;
import java.beans.Introspector;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;

/** Every expression of a diagram and every field of its forms leads somewhere; what calls out is a job that is tried again. */
class ModelCallsTest {
    /** Methods that call out, or must not undo what led to them: their tasks run as jobs of their own and are tried again. */
    private static final Set<String> JOBS = Set.of(
            "couponOrderProcess.handOut",
            "couponOrderProcess.lookAgain",
            "couponImportProcess.read",
            "couponImportProcess.importCodes",
            "couponOrders.serveWaiting",
            "couponIssueProcess.read",
            "couponIssueProcess.issue",
            "notification.tellOwners",
            "couponReminderProcess.remind",
            "reconciliationProcess.fetch",
            "reconciliationProcess.compare",
            "reconciliationProcess.raise",
            "settlementProcess.make",
            "settlementProcess.close",
            "paymentProcess.synchronise",
            "paymentProcess.close",
            "payment.uploadShipping",
            "refundProcess.request",
            "afterSalesProcess.fetchComplaint",
            "afterSalesProcess.sendAnswer",
            "afterSalesProcess.completeComplaint",
            "refundProcess.synchronise",
            "messageProcess.sendToDesk",
            "messageProcess.sendToCustomer");
    /** What any diagram may call. */
    private static final Map<String, Class<?>> SHARED = Map.of(
            "payment", PaymentTasks.class,
            "notification", Notifications.class,
            "refund", RefundTasks.class,
            "couponOrders", CouponOrderTasks.class);
    /** The class behind each diagram. */
    private static final Map<String, Class<? extends CaseProcess>> OWN = Declared.processes();

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void callsPublicMethodsThatAreThereOfItsOwnClassAndOfWhatAllShare(Path file) {
        var own = file.getFileName().toString().replace(".bpmn", "");
        assertThat(ModelExpression.of(Models.read(file)).stream()
                        .flatMap(expression -> ParsedExpression.of(expression.text()).calls().stream())
                        .filter(call -> {
                            var bean = Introspector.decapitalize(own).equals(call.bean())
                                    ? OWN.get(own)
                                    : SHARED.get(String.valueOf(call.bean()));
                            return bean == null
                                    || Stream.of(bean.getMethods())
                                            .noneMatch(method -> method.getName()
                                                            .equals(call.method())
                                                    && method.getParameterCount()
                                                            == call.arguments().size()
                                                    && method.isAnnotationPresent(ModelAction.class));
                        }))
                .as("calls that lead nowhere")
                .isEmpty();
    }

    /** A field that the diagram's expressions name is null while the form left it out, instead of unknown. */
    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void knowsTheFieldsOfItsForms(Path file) {
        var answers = mock(OWN.get(file.getFileName().toString().replace(".bpmn", "")), Mockito.CALLS_REAL_METHODS)
                .formFields();
        Models.each(
                file,
                UserTask.class,
                (task, wrong) -> Models.form(task.getCamundaFormRef()).findValuesAsText("key").stream()
                        .filter(key -> !answers.contains(key))
                        .forEach(key -> wrong.add(task.getId() + ": " + key)));
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void retriesWhatCallsOutAndNothingElse(Path file) {
        Models.each(file, ServiceTask.class, (task, wrong) -> {
            var calls = ParsedExpression.of(String.valueOf(task.getCamundaExpression()))
                    .calls();
            if (calls.isEmpty()) {
                wrong.add(task.getId() + " does " + task.getCamundaExpression());
                return;
            }
            var job = JOBS.contains(calls.get(0).bean() + "." + calls.get(0).method());
            if (job != task.isCamundaAsyncBefore() || job != retries(task)) {
                wrong.add(task.getId() + (job ? ": no job or no retries" : ": a job without need"));
            }
        });
    }

    private static boolean retries(ServiceTask task) {
        return task.getExtensionElements() != null
                && task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .count()
                        == 1;
    }
}
