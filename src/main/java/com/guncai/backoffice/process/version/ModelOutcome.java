package com.guncai.backoffice.process.version;

/** How it ended. */
public enum ModelOutcome {
    DONE("已生效"),
    PARTLY("部分完成"),
    UNCHANGED("没有变化"),
    REFUSED("已拒绝");

    private final String label;

    ModelOutcome(String label) {
        this.label = label;
    }

    /** In Chinese, fit to show. */
    public String label() {
        return label;
    }
}
