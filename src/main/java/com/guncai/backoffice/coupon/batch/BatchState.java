package com.guncai.backoffice.coupon.batch;

/** How far a file is. */
enum BatchState {
    READING("正在读取"),
    READY("等待确认"),
    UNREADABLE("文件有误"),
    DECLINED("未通过"),
    WITHDRAWN("已撤回"),
    APPROVED("正在处理"),
    DONE("已完成");

    private final String label;

    BatchState(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }
}
