package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who is in which group of the engine. Whoever leaves a group gives back the tasks that were theirs by it alone. */
@Component
class Memberships {
    private final IdentityService identity;
    private final TaskService tasks;
    private final JdbcTemplate jdbc;

    Memberships(IdentityService identity, TaskService tasks, JdbcTemplate jdbc) {
        this.identity = identity;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** The groups of everybody, by user id; one statement. */
    Map<String, Set<String>> all() {
        var groups = new HashMap<String, Set<String>>();
        jdbc.query("select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP", row -> {
            groups.computeIfAbsent(row.getString(1), user -> new TreeSet<>()).add(row.getString(2));
        });
        return groups;
    }

    Set<String> of(String user) {
        return new TreeSet<>(
                jdbc.queryForList("select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ?", String.class, user));
    }

    List<String> administrators() {
        return jdbc.queryForList(
                "select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?",
                String.class,
                StaffGroup.ADMINISTRATORS.id());
    }

    void join(String user, Collection<String> groups) {
        groups.forEach(group -> identity.createMembership(user, group));
    }

    /** @return how many tasks went back to their desks */
    int leave(String user, Collection<String> groups) {
        groups.forEach(group -> identity.deleteMembership(user, group));
        var left = of(user);
        left.removeAll(groups);
        return giveBack(user, groups, left);
    }

    private int giveBack(String user, Collection<String> lost, Set<String> left) {
        var back = new ArrayList<Task>();
        for (var task : tasks.createTaskQuery().taskAssignee(user).list()) {
            var candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList();
            if (candidates.stream().anyMatch(lost::contains)
                    && candidates.stream().noneMatch(left::contains)) {
                back.add(task);
            }
        }
        back.forEach(task -> tasks.setAssignee(task.getId(), null));
        return back.size();
    }

    /** Whatever desk they belong to. @return how many tasks went back */
    int giveAllBack(String user) {
        var held = tasks.createTaskQuery().taskAssignee(user).list();
        held.forEach(task -> tasks.setAssignee(task.getId(), null));
        return held.size();
    }
}
