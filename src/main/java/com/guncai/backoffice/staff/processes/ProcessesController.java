package com.guncai.backoffice.staff.processes;

import com.guncai.backoffice.process.version.Difference;
import com.guncai.backoffice.process.version.Model;
import com.guncai.backoffice.process.version.ModelChanges;
import com.guncai.backoffice.process.version.ModelRestore;
import com.guncai.backoffice.process.version.ModelVersions;
import com.guncai.backoffice.process.version.OrderMigrations;
import com.guncai.backoffice.process.version.VersionDifferences;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of diagrams and tables, for programs and for the page. */
@RestController
@RequestMapping("/staff/api/processes")
class ProcessesController {
    /** Of so many versions of a model is said what they changed. */
    private static final int COMPARED = 10;

    private static final int CHANGES = 100;

    private final ModelVersions versions;
    private final VersionDifferences differences;
    private final ModelChanges changes;
    private final ModelRestore restore;
    private final OrderMigrations migrations;

    ProcessesController(
            ModelVersions versions,
            VersionDifferences differences,
            ModelChanges changes,
            ModelRestore restore,
            OrderMigrations migrations) {
        this.versions = versions;
        this.differences = differences;
        this.changes = changes;
        this.restore = restore;
        this.migrations = migrations;
    }

    @GetMapping
    Answer all() {
        return new Answer(
                versions.all().stream().map(this::view).toList(),
                changes.newest(CHANGES).stream()
                        .map(line -> new ChangeView(
                                line.at(),
                                line.staff(),
                                line.action().name(),
                                line.outcome().name(),
                                line.models(),
                                line.details()))
                        .toList());
    }

    @PostMapping("/{key}/restore")
    Restored restore(@PathVariable String key, @RequestBody RestoreRequest request, Principal staff) {
        if (request.version() == null) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "请写明要恢复哪一版（version）");
        }
        return new Restored(key, restore.restore(key, request.version(), staff.getName()));
    }

    @PostMapping("/{key}/migration")
    MigrationView migrate(@PathVariable String key, @RequestBody MigrationRequest request, Principal staff) {
        if (request.from() == null || request.to() == null) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "请写明从哪一版（from）迁移到哪一版（to）");
        }
        var skip = request.skip() == null ? 0 : Math.max(0, request.skip());
        Set<String> orders = request.orderNos() == null ? Set.of() : new LinkedHashSet<>(request.orderNos());
        var result = migrations.migrate(
                key,
                request.from(),
                request.to(),
                orders,
                skip,
                !Boolean.FALSE.equals(request.dryRun()),
                staff.getName());
        return MigrationView.of(result);
    }

    private ModelView view(Model model) {
        return new ModelView(
                model.key(),
                model.name(),
                model.kind().name(),
                model.inForce().version(),
                model.versions().stream().mapToLong(Model.Version::running).sum(),
                IntStream.range(0, model.versions().size())
                        .mapToObj(place -> view(model, place))
                        .toList());
    }

    private VersionView view(Model model, int place) {
        var version = model.versions().get(place);
        return new VersionView(
                version.version(),
                place == 0,
                version.deployedAt(),
                version.deployedBy(),
                version.restored(),
                version.running(),
                version.notes(),
                place < COMPARED ? differences.of(model, version) : null);
    }

    record Answer(List<ModelView> processes, List<ChangeView> changes) {}

    record ModelView(
            String key, String name, String kind, int inForce, long runningOrders, List<VersionView> versions) {}

    /** @param differences {@code null} for versions so old that nobody compares them */
    record VersionView(
            int version,
            boolean inForce,
            Instant deployedAt,
            @Nullable String deployedBy,
            boolean restored,
            long runningOrders,
            String notes,
            @Nullable List<Difference> differences) {}

    record ChangeView(
            Instant at, @Nullable String staff, String action, String outcome, String models, String details) {}

    record RestoreRequest(@Nullable Integer version) {}

    record Restored(String key, int version) {}

    /**
     * @param dryRun left out: nothing is moved
     * @param orderNos left out: all
     */
    record MigrationRequest(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Boolean dryRun,
            @Nullable List<String> orderNos,
            @Nullable Integer skip) {}

    record MigrationView(
            int from,
            int to,
            boolean dryRun,
            long running,
            long movable,
            List<OrderView> orders,
            @Nullable Integer next) {

        static MigrationView of(OrderMigrations.Result result) {
            return new MigrationView(
                    result.from(),
                    result.to(),
                    result.dryRun(),
                    result.running(),
                    result.orders().stream()
                            .filter(OrderMigrations.Order::movable)
                            .count(),
                    result.orders().stream()
                            .map(order -> new OrderView(order.orderNo(), order.movable(), order.reasons()))
                            .toList(),
                    result.next());
        }
    }

    record OrderView(String orderNo, boolean movable, List<String> reasons) {}
}
