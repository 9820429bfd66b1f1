package com.guncai.backoffice.staff.processes;

import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.version.Difference;
import com.guncai.backoffice.process.version.ManagersToolkit;
import com.guncai.backoffice.process.version.Model;
import com.guncai.backoffice.process.version.Model.Version;
import com.guncai.backoffice.process.version.ModelChanges;
import com.guncai.backoffice.process.version.ModelChanges.Line;
import com.guncai.backoffice.process.version.ModelVersions;
import com.guncai.backoffice.process.version.VersionDifferences;
import com.guncai.backoffice.shared.Attachment;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.StaffPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 流程版本: what is in force, what each version changed, and the list of who changed what. */
@StaffPage
class ProcessesPage {
    private static final int CHANGES = 50;
    private static final int TOLD = 3;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ModelVersions versions;
    private final VersionDifferences differences;
    private final ModelChanges changes;
    private final ManagersToolkit toolkit;

    private final StaffDirectory names;

    ProcessesPage(
            ModelVersions versions,
            VersionDifferences differences,
            ModelChanges changes,
            ManagersToolkit toolkit,
            StaffDirectory names) {
        this.names = names;
        this.toolkit = toolkit;
        this.versions = versions;
        this.differences = differences;
        this.changes = changes;
    }

    @GetMapping("/staff/processes")
    String list(ModelMap page) {
        page.put("models", versions.all().stream().map(this::row).toList());
        page.put("changes", changes.newest(CHANGES).stream().map(this::row).toList());
        return "staff/processes";
    }

    /** @param shown which version's changes to show; those of the one in force when left out */
    @GetMapping("/staff/processes/{key}")
    String one(
            @PathVariable String key,
            @RequestParam(name = "version", required = false) @Nullable Integer shown,
            Authentication signedIn,
            ModelMap page) {
        var model = versions.one(key);
        var version = shown == null ? model.inForce() : ModelVersions.version(model, shown);
        page.put("model", model);
        page.put("isDiagram", model.kind() == Model.Kind.PROCESS);
        page.put("shown", version);
        page.put("before", model.before(version));
        page.put("differences", differences.of(model, version));
        page.put(
                "rows",
                model.versions().stream().map(each -> versionRow(model, each)).toList());
        page.put("mayChange", mayChange(signedIn));
        return "staff/process";
    }

    /** The file, for the picture and to take away. */
    @GetMapping("/staff/processes/{key}/{version}/file")
    @ResponseBody
    ResponseEntity<String> file(@PathVariable String key, @PathVariable int version) {
        var wanted = ModelVersions.version(versions.one(key), version);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(wanted.file()))
                .body(differences.content(wanted));
    }

    @GetMapping("/staff/processes-toolkit.zip")
    void toolkit(HttpServletResponse response) throws IOException {
        Attachment.begin(response, "主管工具包.zip", "application/zip");
        toolkit.write(response.getOutputStream());
    }

    private static boolean mayChange(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .anyMatch(group -> ProcessPages.CHANGERS.contains(group.getAuthority()));
    }

    private ModelRow row(Model model) {
        var found = differences.of(model, model.inForce());
        return new ModelRow(
                model.key(),
                model.name(),
                model.kind().label(),
                model.inForce().version(),
                time(model.inForce().deployedAt()),
                who(model.inForce().deployedBy()),
                found.stream().limit(TOLD).map(Difference::text).toList(),
                Math.max(0, found.size() - TOLD),
                model.versions().stream().mapToLong(Version::running).sum(),
                model.versions().stream().skip(1).mapToLong(Version::running).sum(),
                model.kind() == Model.Kind.PROCESS);
    }

    private VersionRow versionRow(Model model, Version version) {
        return new VersionRow(
                version.version(),
                version.equals(model.inForce()),
                time(version.deployedAt()),
                who(version.deployedBy()),
                version.restored(),
                version.running(),
                version.notes());
    }

    private ChangeRow row(Line line) {
        return new ChangeRow(
                time(line.at()),
                who(line.staff()),
                line.action().label(),
                line.outcome().label(),
                switch (line.outcome()) {
                    case DONE -> "good";
                    case REFUSED -> "bad";
                    default -> "wait";
                },
                line.models(),
                line.details());
    }

    private static String time(Instant at) {
        return BusinessTime.local(at).format(MINUTE);
    }

    private String who(@Nullable String staff) {
        return staff == null ? "系统升级" : names.name(staff);
    }

    /**
     * @param more how many changes are not told here
     * @param running cases by any version
     * @param older cases by versions that are not in force
     */
    record ModelRow(
            String key,
            String name,
            String kind,
            int version,
            String at,
            String who,
            List<String> told,
            int more,
            long running,
            long older,
            boolean isDiagram) {}

    record VersionRow(
            int version, boolean inForce, String at, String who, boolean restored, long running, String notes) {}

    /** @param tone how the outcome is coloured */
    record ChangeRow(
            String at, String who, String action, String outcome, String tone, String models, String details) {}
}
