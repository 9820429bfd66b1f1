package com.guncai.backoffice.settings;

import com.guncai.backoffice.settings.SettingsList.Item;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes items of the lists and records each change with what it was before. */
@Service
@Transactional
class Settings {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private final List<SettingsList> lists;
    private final SettingChanges changes;

    Settings(List<SettingsList> lists, SettingChanges changes) {
        this.lists = lists.stream()
                .sorted(Comparator.comparingInt(SettingsList::position))
                .toList();
        this.changes = changes;
    }

    List<SettingsList> lists() {
        return lists;
    }

    /** @throws ProblemException {@code SETTING_NOT_FOUND} */
    SettingsList list(String key) {
        return lists.stream().filter(list -> list.key().equals(key)).findFirst().orElseThrow(Settings::unknown);
    }

    @Transactional(readOnly = true)
    List<Item> items(SettingsList list) {
        return list.items();
    }

    /**
     * @param values of each field: what it becomes, given what it is; {@code null} for an item that is new
     * @param seen the version that was changed; {@code null} not to ask
     * @throws ProblemException {@code SETTING_CHANGED} when somebody else was faster, {@code SETTING_INVALID},
     *     {@code SETTING_NOT_FOUND}
     */
    void save(SettingsList list, String id, Becoming values, @Nullable Integer seen, String who) {
        changes.lock(list.key(), id, seen);
        var before = find(list, id);
        if (before == null && (!list.isOpen() || !ID.matcher(id).matches())) {
            throw unknown();
        }
        var after = new LinkedHashMap<String, @Nullable Object>();
        for (var field : list.fields()) {
            after.put(
                    field.key(),
                    values.of(field, before == null ? null : before.values().get(field.key())));
        }
        if (before == null || !before.values().equals(after)) {
            list.save(id, after);
            changes.record(list.key(), id, who, before == null ? null : before.values(), saved(list, id), null);
        }
    }

    /** @throws ProblemException {@code SETTING_CHANGED}, {@code SETTING_NOT_FOUND} */
    void remove(SettingsList list, String id, @Nullable Integer seen, String who) {
        changes.lock(list.key(), id, seen);
        var before = find(list, id);
        if (before == null || !list.isRemovable()) {
            throw unknown();
        }
        list.remove(id);
        changes.record(list.key(), id, who, before.values(), null, null);
    }

    /**
     * Makes an item what it was before a change, as a change of its own.
     *
     * @throws ProblemException {@code SETTING_CHANGED} when it was changed again since, {@code SETTING_INVALID} when what it was
     *     is not allowed any more
     */
    void revert(long changeId, String who) {
        var change = changes.find(changeId);
        if (change == null) {
            throw unknown();
        }
        var list = list(change.list());
        changes.lock(change.list(), change.item(), null);
        if (!changes.isLast(change)) {
            throw ProblemException.conflict(ProblemCode.SETTING_CHANGED, "之后又改过，请撤回最近的一次，或直接修改");
        }
        var now = find(list, change.item());
        var before = change.before();
        if (before == null) {
            if (!list.isRemovable()) {
                throw ProblemException.conflict(ProblemCode.SETTING_INVALID, "新增的不能撤回，请改为停用");
            }
            list.remove(change.item());
        } else {
            var again = new LinkedHashMap<String, @Nullable Object>();
            list.fields()
                    .forEach(field -> again.put(field.key(), SettingValues.checked(field, before.get(field.key()))));
            list.save(change.item(), again);
        }
        changes.record(
                change.list(),
                change.item(),
                who,
                now == null ? null : now.values(),
                before == null ? null : saved(list, change.item()),
                change.id());
    }

    private static Map<String, @Nullable Object> saved(SettingsList list, String id) {
        return Objects.requireNonNull(find(list, id)).values();
    }

    static @Nullable Item find(SettingsList list, String id) {
        return list.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.SETTING_NOT_FOUND, "没有这项设置，或不能这样改");
    }

    /** What a field becomes. */
    interface Becoming {
        @Nullable
        Object of(SettingField field, @Nullable Object now);

        /** What a form has, which always sends all fields. */
        static Becoming typed(Function<String, List<String>> form) {
            return (field, now) -> SettingValues.typed(field, form.apply(field.key()));
        }

        /** What a program sends; a field that it leaves out stays. */
        static Becoming sent(Map<String, @Nullable Object> body) {
            return (field, now) ->
                    SettingValues.checked(field, body.containsKey(field.key()) ? body.get(field.key()) : now);
        }
    }
}
