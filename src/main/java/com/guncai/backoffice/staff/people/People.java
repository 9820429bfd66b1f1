package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.staff.StaffDisabled;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes accounts, puts them into desks, disables them. One change after the other, on all nodes: two administrators who disable
 * each other at once are not both disabled. Sessions end by themselves when a password or a group changes.
 */
@Service
@Transactional
class People {
    private final IdentityService identity;
    private final Memberships memberships;
    private final StandIns standIns;
    private final PasswordLinks links;
    private final PeopleChanges changes;
    private final Desks desks;
    private final StaffDirectory names;
    private final SetupLock lock;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            IdentityService identity,
            Memberships memberships,
            StandIns standIns,
            PasswordLinks links,
            PeopleChanges changes,
            Desks desks,
            StaffDirectory names,
            SetupLock lock,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.identity = identity;
        this.memberships = memberships;
        this.standIns = standIns;
        this.links = links;
        this.changes = changes;
        this.desks = desks;
        this.names = names;
        this.lock = lock;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** @return what the link ends with by which the password is set */
    String create(NewPerson person, String by) {
        begin(by);
        var id = person.checkedId();
        var name = person.checkedName();
        desks.check(person.desks());
        if (identity.createUserQuery().list().stream()
                .anyMatch(user -> user.getId().toLowerCase(Locale.ROOT).equals(id))) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "账号 " + id + " 已经有了，请换一个");
        }
        var user = identity.newUser(id);
        user.setLastName(name);
        user.setFirstName("");
        user.setPassword(links.unknownPassword(user));
        identity.saveUser(user);
        memberships.join(id, new TreeSet<>(person.desks()));
        names.forget();
        changes.record(by, id, "新增账号，岗位：" + labels(person.desks()));
        return link(id);
    }

    /** @return what the link ends with */
    String newLink(String user, String by) {
        begin(by);
        requireEnabled(user);
        changes.record(by, user, "给了设置密码的新链接");
        return link(user);
    }

    /** The desks that somebody holds for good; groups that no module declares stay as they are. */
    void setDesks(String user, Collection<String> chosen, String by) {
        begin(by);
        requireEnabled(user);
        desks.check(chosen);
        var now = memberships.of(user);
        for (var standIn : standIns.open(user)) {
            if (chosen.contains(standIn.group())) {
                standIns.close(standIn, by);
            } else if (standIn.lasts()) {
                now.remove(standIn.group());
            }
        }
        var joined = minus(chosen, memberships.of(user));
        var left = minus(now, chosen);
        left.removeIf(group -> !desks.isKnown(group));
        if (left.contains(StaffGroup.ADMINISTRATORS.id())) {
            requireAnotherAdministrator(user, by);
        }
        if (joined.isEmpty() && left.isEmpty()) {
            return;
        }
        memberships.join(user, joined);
        var back = memberships.leave(user, left);
        changes.record(
                by,
                user,
                (joined.isEmpty() ? "" : "加入" + labels(joined))
                        + (joined.isEmpty() || left.isEmpty() ? "" : "，")
                        + (left.isEmpty() ? "" : "退出" + labels(left))
                        + (back == 0 ? "" : "，" + back + " 个在办任务退回本组"));
    }

    /** @param period first and last day, checked here */
    void standIn(String user, String group, StandInPeriod period, String by) {
        begin(by);
        requireEnabled(user);
        if (desks.forStandIns().stream().noneMatch(desk -> desk.id().equals(group))) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "请选择代班的岗位");
        }
        period.check(BusinessTime.today(clock));
        var overlapping = standIns.open(user).stream()
                .filter(each -> each.group().equals(group))
                .toList();
        if (overlapping.stream().anyMatch(period::overlaps)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "这段时间已经安排了在这个岗位代班");
        }
        if (overlapping.stream().noneMatch(StandIns.StandIn::lasts)
                && memberships.of(user).contains(group)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "本来就在这个岗位，不用代班");
        }
        changes.record(by, user, "代班：" + desks.label(group) + "，" + period.text());
        standIns.add(user, group, period.start(), period.end(), by);
    }

    void endStandIn(long id, String by) {
        begin(by);
        standIns.open().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .ifPresent(standIn -> standIns.end(standIn, by));
    }

    /** No sign-in, no session, no group, no task in hand; the name stays for what was done. */
    void disable(String user, String by) {
        begin(by);
        requireEnabled(user);
        if (memberships.of(user).contains(StaffGroup.ADMINISTRATORS.id()) || user.equals(by)) {
            requireAnotherAdministrator(user, by);
        }
        standIns.open(user).forEach(standIn -> standIns.close(standIn, by));
        var account = identity.createUserQuery().userId(user).singleResult();
        account.setPassword(links.unknownPassword(account));
        identity.saveUser(account);
        var left = memberships.of(user);
        left.forEach(group -> identity.deleteMembership(user, group));
        var back = memberships.giveAllBack(user);
        accounts.disable(user);
        links.forget(user);
        changes.record(by, user, "停用，原岗位：" + labels(left) + (back == 0 ? "" : "，" + back + " 个在办任务退回本组"));
        events.publishEvent(new StaffDisabled(user));
    }

    /** Comes back without desks. @return what the link ends with */
    String enable(String user, String by) {
        begin(by);
        if (!accounts.enable(user)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "这个账号没有停用");
        }
        changes.record(by, user, "重新启用，没有岗位");
        return link(user);
    }

    /** Who changes something is an administrator when it is done, not only when the page was opened. */
    private void begin(String by) {
        lock.take();
        if (!memberships.of(by).contains(StaffGroup.ADMINISTRATORS.id())) {
            throw ProblemException.conflict(ProblemCode.FORBIDDEN, "您已不是系统管理员");
        }
    }

    private void requireEnabled(String user) {
        if (identity.createUserQuery().userId(user).count() == 0) {
            throw ProblemException.notFound(ProblemCode.NOT_FOUND, "没有这个账号，请刷新页面");
        }
        if (accounts.disabled().contains(user)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "这个账号已停用");
        }
    }

    private void requireAnotherAdministrator(String user, String by) {
        if (user.equals(by)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "不能停用自己，也不能取消自己的系统管理员，请另一位系统管理员来办");
        }
        if (memberships.administrators().stream().allMatch(user::equals)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "这是最后一位系统管理员，不能停用或取消");
        }
    }

    private String link(String user) {
        accounts.remember(user);
        return links.create(user);
    }

    private String labels(Collection<String> groups) {
        return groups.isEmpty()
                ? "无"
                : groups.stream().map(desks::label).sorted().collect(Collectors.joining("、"));
    }

    private static TreeSet<String> minus(Collection<String> all, Collection<String> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(List.copyOf(without));
        return rest;
    }
}
