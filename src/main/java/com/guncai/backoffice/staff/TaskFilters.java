package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.process.TaskMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists a clerk finds in Tasklist, made when missing: to be claimed, one's own, overdue. */
@Component
@Order(30)
class TaskFilters implements ApplicationRunner {
    /** Name of the list in which whatever its reader may see is found. */
    static final String EVERYTHING = "全部任务";

    private static final Map<String, String> MARK = Map.of("name", TaskMarks.VARIABLE, "label", "注意");

    private final FilterService filters;
    private final TaskService tasks;
    private final SetupLock setupLock;

    TaskFilters(FilterService filters, TaskService tasks, SetupLock setupLock) {
        this.setupLock = setupLock;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        setupLock.take();
        create(
                "待认领",
                -10,
                "本组还没有人认领的任务",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .taskUnassigned());
        create("我的任务", -5, "我已认领的任务", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        create(EVERYTHING, 0, "您看得到的所有任务，含同事已认领的", tasks.createTaskQuery());
        create("已超时", 5, "过了截止时间仍未完成的任务", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    /** A list of an earlier release learns what it should show besides; what people made of it stays. */
    private void create(String name, int priority, String description, TaskQuery query) {
        var known = filters.createTaskFilterQuery().filterName(name).list();
        known.forEach(this::showMarks);
        if (!known.isEmpty()) {
            return;
        }
        query.orderByDueDate().asc();
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        MARK,
                        Map.of("name", "summary", "label", "内容"),
                        Map.of("name", Processes.ORDER_NO, "label", "订单号"))));
        filters.saveFilter(filter);
    }

    private void showMarks(Filter filter) {
        var properties = new HashMap<>(filter.getProperties());
        var variables = new ArrayList<Object>();
        if (properties.get("variables") instanceof List<?> shown) {
            variables.addAll(shown);
        }
        if (variables.toString().contains("name=" + TaskMarks.VARIABLE)) {
            return;
        }
        variables.add(0, MARK);
        properties.put("variables", variables);
        filters.saveFilter(filter.setProperties(properties));
    }
}
