package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.NonRetryableException;

/** A diagram leads to its end although the case is not over. The message is for managers and names the case. */
public class CaseUnfinishedException extends NonRetryableException {
    public CaseUnfinishedException(String why) {
        super(why + "，流程却走到了结束。已停在上一步。请修正流程图并部署，把这张单迁移到新版本，再重试");
    }
}
