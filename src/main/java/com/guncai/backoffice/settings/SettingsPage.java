package com.guncai.backoffice.settings;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.StaffPage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 业务设置: the lists, the items of one, and who changed what. A form that is refused stays as it was typed. */
@StaffPage
@RequestMapping("/staff/settings")
class SettingsPage {
    private static final int CHANGES = 30;

    private final Settings settings;
    private final SettingChanges changes;
    private final SettingWords words;

    SettingsPage(Settings settings, SettingChanges changes, SettingWords words) {
        this.settings = settings;
        this.changes = changes;
        this.words = words;
    }

    @GetMapping
    String lists(Model model) {
        model.addAttribute("lists", settings.lists());
        return "staff/settings";
    }

    @GetMapping("/{key}")
    String list(@PathVariable String key, Model model) {
        show(key, null, model);
        return "staff/settings-list";
    }

    @PostMapping("/{key}/items/{id}")
    String save(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam int version,
            Authentication staff,
            Model model) {
        settings.save(settings.list(key), id, typed(form), version, staff.getName());
        return shown(key, "已保存，马上生效", model);
    }

    @PostMapping("/{key}/items")
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> form,
            Authentication staff,
            Model model) {
        var id = "n"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toLowerCase(Locale.ROOT);
        settings.save(settings.list(key), id, typed(form), 0, staff.getName());
        return shown(key, "已新增，马上生效", model);
    }

    @PostMapping("/{key}/items/{id}/removal")
    String remove(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam int version,
            Authentication staff,
            Model model) {
        settings.remove(settings.list(key), id, version, staff.getName());
        return shown(key, "已删除", model);
    }

    @PostMapping("/{key}/changes/{change}/revert")
    String revert(@PathVariable String key, @PathVariable long change, Authentication staff, Model model) {
        settings.revert(change, staff.getName());
        return shown(key, "已撤回", model);
    }

    /** The picture is kept first: while it is drawn anew no transaction is open. */
    @PostMapping("/{key}/items/{id}/picture")
    String picture(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam MultipartFile picture,
            @RequestParam int version,
            Authentication staff,
            Model model) {
        var list = settings.list(key);
        var field = list.pictureField();
        if (field == null || Settings.find(list, id) == null) {
            throw ProblemException.notFound(ProblemCode.SETTING_NOT_FOUND, "没有这项设置，或没有图片");
        }
        var address = list.keepPicture(picture);
        settings.save(list, id, Settings.Becoming.sent(Map.of(field, address)), version, staff.getName());
        return shown(key, "图片已换，马上生效", model);
    }

    private static Settings.Becoming typed(MultiValueMap<String, String> form) {
        return Settings.Becoming.typed(field -> Objects.requireNonNullElse(form.get(field), List.of()));
    }

    private String shown(String key, String done, Model model) {
        show(key, done, model);
        return "staff/settings-list :: list";
    }

    private void show(String key, @Nullable String done, Model model) {
        var list = settings.list(key);
        var newest = changes.newest(key, CHANGES);
        var last = new HashSet<String>();
        model.addAttribute("list", list);
        model.addAttribute("items", settings.items(list));
        model.addAttribute("versions", changes.versions(key));
        model.addAttribute("changes", newest);
        model.addAttribute(
                "revertible",
                newest.stream()
                        .filter(change -> last.add(change.item()))
                        .filter(change -> change.before() != null || list.isRemovable())
                        .toList());
        model.addAttribute("words", words);
        model.addAttribute("done", done);
    }
}
