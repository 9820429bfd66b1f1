package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The groups into which staff can be put: those that the modules declare. */
@Component
class Desks {
    private final List<StaffGroup> groups;

    Desks(List<StaffGroup> groups) {
        this.groups = groups.stream()
                .sorted(Comparator.<StaffGroup, Boolean>comparing(StaffGroup.ADMINISTRATORS::equals)
                        .thenComparing(StaffGroup.MANAGERS::equals)
                        .thenComparing(StaffGroup::id))
                .toList();
    }

    List<StaffGroup> all() {
        return groups;
    }

    /** Where somebody may stand in for a time: administrators are made for good. */
    List<StaffGroup> forStandIns() {
        return groups.stream()
                .filter(group -> !group.equals(StaffGroup.ADMINISTRATORS))
                .toList();
    }

    /** Its Chinese name; what no module declares is called by its id. */
    String label(String group) {
        return groups.stream()
                .filter(each -> each.id().equals(group))
                .map(StaffGroup::label)
                .findFirst()
                .orElse(group);
    }

    boolean isKnown(String group) {
        return groups.stream().anyMatch(each -> each.id().equals(group));
    }

    /** @throws ProblemException {@code REQUEST_INVALID} */
    void check(Collection<String> chosen) {
        if (!chosen.stream().allMatch(this::isKnown)) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "没有这个岗位，请刷新页面");
        }
    }
}
