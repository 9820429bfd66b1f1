package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page 员工 shows: five statements, however many there are. */
@Component
class PeopleView {
    private static final int CHANGES = 50;

    private final Accounts accounts;
    private final Memberships memberships;
    private final StandIns standIns;
    private final PeopleChanges changes;
    private final Desks desks;
    private final StaffDirectory names;
    private final Clock clock;

    PeopleView(
            Accounts accounts,
            Memberships memberships,
            StandIns standIns,
            PeopleChanges changes,
            Desks desks,
            StaffDirectory names,
            Clock clock) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.standIns = standIns;
        this.changes = changes;
        this.desks = desks;
        this.names = names;
        this.clock = clock;
    }

    /** Those who may sign in first, then by name. */
    @Transactional(readOnly = true)
    public List<Person> people(String reader) {
        names.forget();
        var groups = memberships.all();
        var disabled = accounts.disabled();
        var open = standIns.open();
        return names.names().entrySet().stream()
                .map(user -> person(
                        user.getKey(),
                        user.getValue(),
                        groups.getOrDefault(user.getKey(), Set.of()),
                        open.stream()
                                .filter(standIn -> standIn.user().equals(user.getKey()))
                                .toList(),
                        disabled.contains(user.getKey()),
                        user.getKey().equals(reader)))
                .sorted(Comparator.comparing(Person::disabled).thenComparing(Person::user))
                .toList();
    }

    private Person person(
            String user, String name, Set<String> groups, List<StandIns.StandIn> open, boolean disabled, boolean self) {
        var lasting = open.stream()
                .filter(StandIns.StandIn::lasts)
                .map(StandIns.StandIn::group)
                .toList();
        var own = groups.stream().filter(group -> !lasting.contains(group)).toList();
        return new Person(
                user,
                name,
                own,
                own.stream().map(desks::label).toList(),
                open.stream().map(this::line).toList(),
                disabled,
                self);
    }

    private StandInLine line(StandIns.StandIn standIn) {
        return new StandInLine(
                standIn.id(),
                desks.label(standIn.group()),
                BusinessTime.local(standIn.from()).toLocalDate(),
                BusinessTime.local(standIn.until()).toLocalDate().minusDays(1),
                standIn.lasts());
    }

    List<Line> changes() {
        return changes.latest(CHANGES).stream()
                .map(change -> new Line(
                        BusinessTime.text(change.at()),
                        names.name(change.by()),
                        names.name(change.user()),
                        change.what()))
                .toList();
    }

    List<StaffGroup> desks() {
        return desks.all();
    }

    List<StaffGroup> standInDesks() {
        return desks.forStandIns();
    }

    LocalDate today() {
        return BusinessTime.today(clock);
    }

    /**
     * @param groups ids of those held for good
     * @param desks their names
     * @param self whether this is who reads the page
     */
    record Person(
            String user,
            String name,
            List<String> groups,
            List<String> desks,
            List<StandInLine> standIns,
            boolean disabled,
            boolean self) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** @param until the last day */
    record StandInLine(long id, String desk, LocalDate from, LocalDate until, boolean lasts) {}

    record Line(String at, String by, String of, String what) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
