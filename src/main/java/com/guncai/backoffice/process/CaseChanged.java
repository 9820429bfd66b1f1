package com.guncai.backoffice.process;

/**
 * What the customer of a case was promised has changed, announced in the transaction that changed it: the deadlines of its open
 * tasks count anew, and the list of tasks shows the new line.
 *
 * @param summary as the input mapping {@code summary} of its tasks gives it
 */
public record CaseChanged(String caseNo, String summary) {}
