package com.guncai.backoffice.process.version;

/** What staff do to models. */
public enum ModelAction {
    DEPLOY("部署"),
    RESTORE("恢复"),
    DRY_RUN("试迁移"),
    MIGRATE("迁移订单");

    private final String label;

    ModelAction(String label) {
        this.label = label;
    }

    /** In Chinese, fit to show. */
    public String label() {
        return label;
    }
}
