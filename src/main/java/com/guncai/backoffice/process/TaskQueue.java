package com.guncai.backoffice.process;

/** A list of open tasks. */
public enum TaskQueue {
    FREE("待认领", "t.ASSIGNEE_ is null"),
    MINE("我的任务", "t.ASSIGNEE_ = :user"),
    ALL("全部任务", "1 = 1"),
    OVERDUE("已超时", "t.DUE_DATE_ < :now");

    private final String label;
    private final String condition;

    TaskQueue(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    public String label() {
        return label;
    }

    String condition() {
        return condition;
    }
}
