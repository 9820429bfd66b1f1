package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffPasswordPolicy;
import com.guncai.backoffice.shared.StaffPage;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 员工: accounts, desks, stand-ins, and what was changed about them. Every change answers the page as it is then. */
@StaffPage
class PeoplePage {
    static final String PATH = "/staff/people";

    private final People people;
    private final PeopleView view;

    PeoplePage(People people, PeopleView view) {
        this.people = people;
        this.view = view;
    }

    @GetMapping(PATH)
    String page(ModelMap page, Principal administrator) {
        return shown(page, administrator);
    }

    @PostMapping(PATH)
    String create(NewPerson person, ModelMap page, Principal administrator, HttpServletRequest request) {
        var secret = people.create(person, administrator.getName());
        return withLink(person.checkedId(), secret, page, administrator, request);
    }

    @PostMapping(PATH + "/link")
    String link(@RequestParam String user, ModelMap page, Principal administrator, HttpServletRequest request) {
        return withLink(user, people.newLink(user, administrator.getName()), page, administrator, request);
    }

    @PostMapping(PATH + "/desks")
    String desks(
            @RequestParam String user,
            @RequestParam(required = false) @Nullable List<String> desk,
            ModelMap page,
            Principal administrator) {
        people.setDesks(user, Objects.requireNonNullElse(desk, List.of()), administrator.getName());
        return shown(page, administrator);
    }

    @PostMapping(PATH + "/stand-ins")
    String standIn(
            @RequestParam String user,
            @RequestParam String group,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            ModelMap page,
            Principal administrator) {
        people.standIn(user, group, new StandInPeriod(from, until), administrator.getName());
        return shown(page, administrator);
    }

    @PostMapping(PATH + "/stand-ins/end")
    String endStandIn(@RequestParam long id, ModelMap page, Principal administrator) {
        people.endStandIn(id, administrator.getName());
        return shown(page, administrator);
    }

    @PostMapping(PATH + "/disabling")
    String disable(@RequestParam String user, ModelMap page, Principal administrator) {
        people.disable(user, administrator.getName());
        return shown(page, administrator);
    }

    @PostMapping(PATH + "/enabling")
    String enable(@RequestParam String user, ModelMap page, Principal administrator, HttpServletRequest request) {
        return withLink(user, people.enable(user, administrator.getName()), page, administrator, request);
    }

    private String withLink(
            String user, String secret, ModelMap page, Principal administrator, HttpServletRequest request) {
        page.put("linkOf", user);
        // Behind the number sign, so that neither a proxy nor a log sees it.
        page.put(
                "link",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path(PasswordPage.PATH)
                        .fragment(secret)
                        .build()
                        .toUriString());
        return shown(page, administrator);
    }

    private String shown(ModelMap page, Principal administrator) {
        page.put("people", view.people(administrator.getName()));
        page.put("changes", view.changes());
        page.put("desks", view.desks());
        page.put("standInDesks", view.standInDesks());
        page.put("today", view.today());
        page.put("rule", StaffPasswordPolicy.TEXT);
        page.put("days", PasswordLinks.VALID.toDays());
        return "staff/people";
    }
}
