package com.guncai.backoffice.staff.tasks;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.StaffPage;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 办任务: the lists on the left, the task at hand on the right. Its scripts fill it. */
@StaffPage
class TaskPage {
    private final List<StaffGroup> desks;

    TaskPage(List<StaffGroup> desks) {
        this.desks = desks.stream()
                .filter(desk -> !desk.equals(StaffGroup.ADMINISTRATORS))
                .sorted(Comparator.comparing(StaffGroup::label))
                .toList();
    }

    @GetMapping("/staff/tasks")
    String tasks(Authentication staff, Model model) {
        model.addAttribute("userId", staff.getName());
        model.addAttribute("desks", TaskController.reader(staff).seesAll() ? desks : List.<StaffGroup>of());
        return "staff/tasks";
    }
}
