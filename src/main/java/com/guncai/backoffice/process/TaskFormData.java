package com.guncai.backoffice.process;

/**
 * A task's view of its case. The engine stores only which process shows which case; whoever opens the task gets the
 * content fresh from the tables (see {@code TaskFormDataSerializer}), so no personal data settles in variables or history.
 *
 * @param process bean name of the {@link CaseProcess}
 * @param kind which of its cards; empty where a process has only one
 */
public record TaskFormData(String process, String caseNo, String kind) {}
