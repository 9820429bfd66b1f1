package com.guncai.backoffice.settings;

import com.guncai.backoffice.settings.SettingsList.Item;
import com.guncai.backoffice.shared.BusinessTime;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The settings for programs: one resource per list, amounts in fen. A field that is left out of a change stays as it is. */
@Hidden
@RestController
@RequestMapping("/staff/api/settings")
class SettingsController {
    private static final int CHANGES = 100;

    private final Settings settings;
    private final SettingChanges changes;

    SettingsController(Settings settings, SettingChanges changes) {
        this.settings = settings;
        this.changes = changes;
    }

    @GetMapping("/{list}")
    Items items(@PathVariable String list) {
        var found = settings.list(list);
        var versions = changes.versions(list);
        return new Items(settings.items(found).stream()
                .map(item -> json(item, versions.getOrDefault(item.id(), 0)))
                .toList());
    }

    @PutMapping("/{list}/{id}")
    Map<String, @Nullable Object> save(
            @PathVariable String list,
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> body,
            Authentication staff) {
        var found = settings.list(list);
        var seen = body.get("version") instanceof Integer version ? version : null;
        settings.save(found, id, Settings.Becoming.sent(body), seen, staff.getName());
        return json(
                Objects.requireNonNull(Settings.find(found, id)),
                changes.versions(list).getOrDefault(id, 0));
    }

    @DeleteMapping("/{list}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String list,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            Authentication staff) {
        settings.remove(settings.list(list), id, version, staff.getName());
    }

    @GetMapping("/{list}/changes")
    Changes changes(@PathVariable String list) {
        settings.list(list);
        return new Changes(changes.newest(list, CHANGES).stream()
                .map(change -> new Change(
                        change.id(),
                        change.item(),
                        change.who(),
                        BusinessTime.offset(change.at()),
                        change.before(),
                        change.after()))
                .toList());
    }

    /** Makes an item what it was before a change. */
    @PostMapping("/changes/{id}/revert")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revert(@PathVariable long id, Authentication staff) {
        settings.revert(id, staff.getName());
    }

    private static Map<String, @Nullable Object> json(Item item, int version) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", item.id());
        json.putAll(item.values());
        json.put("version", version);
        return json;
    }

    record Items(List<Map<String, @Nullable Object>> items) {}

    record Changes(List<Change> items) {}

    record Change(
            long id,
            String item,
            String who,
            OffsetDateTime at,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {}
}
