package com.guncai.backoffice.process;

import java.util.Set;

/**
 * A task is not done although its group should be reminded by now; announced once a task.
 *
 * @param caseNo the number that its process keeps as {@code orderNo}
 * @param groups its candidate groups
 * @param message code of the message
 */
public record TaskReminderDue(String caseNo, Set<String> groups, String message) {}
