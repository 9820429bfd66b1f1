package com.guncai.backoffice.process;

/**
 * A task is still not done, long after its group was reminded; announced once a task.
 *
 * @param caseNo the number that its process keeps as {@code orderNo}
 */
public record TaskEscalationDue(String caseNo) {}
