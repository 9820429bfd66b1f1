package com.guncai.backoffice.process;

/**
 * There are cases that are not over and that no process has; announced once a day.
 *
 * @param orderNo the order of the first of them
 * @param count of all
 */
public record CasesUnattended(String orderNo, int count) {}
