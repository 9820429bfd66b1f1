package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.Model.Version;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running orders from one version of their process to another, forward or back. Each order is moved in a transaction of
 * its own: one that cannot be moved stays as it is and holds up no other. A dry run does the same and rolls back.
 */
@Component
public class OrderMigrations {
    /** So many orders are tried by one call. */
    public static final int AT_ONCE = 200;

    private final ModelVersions versions;
    private final ModelChanges changes;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final MigratedTasks tasks;
    private final TransactionTemplate transaction;

    OrderMigrations(
            ModelVersions versions,
            ModelChanges changes,
            RepositoryService repository,
            RuntimeService runtime,
            MigratedTasks tasks,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.changes = changes;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /**
     * @param orderNos which orders (or other case numbers) to move; empty for all that run by {@code from}
     * @param skip how many of those that run by {@code from} to leave out, in the order of their numbers: a previous call
     *     found that they stay
     * @throws ProblemException {@code MODEL_NOT_FOUND}; {@code MODEL_IN_FORCE} when both versions are one
     */
    public Result migrate(String key, int from, int to, Set<String> orderNos, int skip, boolean dryRun, String staff) {
        var model = versions.one(key);
        var source = ModelVersions.version(model, from);
        var target = ModelVersions.version(model, to);
        if (model.kind() != Model.Kind.PROCESS || from == to) {
            throw ProblemException.conflict(ProblemCode.MODEL_IN_FORCE, "请选两个不同版本的流程图");
        }
        var obstacles = new MigrationObstacles(
                repository.getBpmnModelInstance(source.definitionId()),
                repository.getBpmnModelInstance(target.definitionId()));
        var total = runtime.createProcessInstanceQuery()
                .processDefinitionId(source.definitionId())
                .count();
        var chosen = chosen(source, orderNos, skip);
        var orders = new ArrayList<Order>();
        try {
            var plan = plan(source, target);
            chosen.forEach(instance -> orders.add(tried(instance, plan, obstacles, dryRun)));
        } catch (MigrationPlanValidationException refusal) {
            var reasons = obstacles.of(refusal);
            chosen.forEach(instance -> orders.add(order(instance, reasons)));
        }
        var movable = orders.stream().filter(Order::movable).count();
        var stays = orders.size() - movable;
        var next = skip + (dryRun ? orders.size() : (int) stays);
        var left = total - (dryRun ? 0 : movable);
        var result = new Result(
                from, to, dryRun, total, orders, orderNos.isEmpty() && next < left && !orders.isEmpty() ? next : null);
        list(model, result, movable, stays, staff);
        return result;
    }

    private void list(Model model, Result result, long movable, long stays, String staff) {
        var stay = result.orders().stream()
                .filter(order -> !order.movable())
                .map(order -> order.orderNo() + " " + String.join("，", order.reasons()))
                .collect(Collectors.joining("；"));
        changes.done(
                staff,
                result.dryRun() ? ModelAction.DRY_RUN : ModelAction.MIGRATE,
                stays == 0 ? ModelOutcome.DONE : movable == 0 ? ModelOutcome.REFUSED : ModelOutcome.PARTLY,
                model.key(),
                "“%s”第 %d 版到第 %d 版：%s %d 单，不能 %d 单%s"
                        .formatted(
                                model.name(),
                                result.from(),
                                result.to(),
                                result.dryRun() ? "能迁移" : "迁移了",
                                movable,
                                stays,
                                stay.isEmpty() ? "" : "：" + stay));
    }

    private List<ProcessInstance> chosen(Version source, Set<String> orderNos, int skip) {
        var running = runtime.createProcessInstanceQuery()
                .processDefinitionId(source.definitionId())
                .orderByBusinessKey()
                .asc();
        if (orderNos.isEmpty()) {
            return running.listPage(skip, AT_ONCE);
        }
        return orderNos.stream()
                .limit(AT_ONCE)
                .flatMap(orderNo -> runtime
                        .createProcessInstanceQuery()
                        .processDefinitionId(source.definitionId())
                        .processInstanceBusinessKey(orderNo)
                        .list()
                        .stream())
                .toList();
    }

    private MigrationPlan plan(Version source, Version target) {
        return runtime.createMigrationPlan(source.definitionId(), target.definitionId())
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
    }

    private Order tried(ProcessInstance instance, MigrationPlan plan, MigrationObstacles obstacles, boolean dryRun) {
        try {
            transaction.executeWithoutResult(status -> {
                runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
                tasks.follow(instance.getId());
                if (dryRun) {
                    status.setRollbackOnly();
                }
            });
            return order(instance, List.of());
        } catch (MigratingProcessInstanceValidationException refusal) {
            return order(instance, obstacles.of(refusal));
        } catch (OptimisticLockingException | OptimisticLockingFailureException busy) {
            return order(instance, List.of("刚刚有人在办这一单，请再试一次"));
        } catch (ProcessEngineException failure) {
            var cause = ExceptionUtils.getRootCause(failure);
            return order(instance, List.of("流程引擎不允许：" + (cause == null ? failure : cause).getMessage()));
        }
    }

    private static Order order(ProcessInstance instance, List<String> reasons) {
        return new Order(String.valueOf(instance.getBusinessKey()), reasons);
    }

    /**
     * @param running how many ran by {@code from} before this call
     * @param next what to hand in as {@code skip} for the rest; {@code null} when there is none
     */
    public record Result(int from, int to, boolean dryRun, long running, List<Order> orders, @Nullable Integer next) {}

    /** @param reasons why it stays where it is; empty when it was moved, or could be */
    public record Order(String orderNo, List<String> reasons) {
        public boolean movable() {
            return reasons.isEmpty();
        }
    }
}
