package com.guncai.backoffice.process;

import java.util.Set;

/**
 * A page of a module for staff who are signed in to the web applications; a bean opens it ({@link StaffPageSecurity}).
 *
 * @param path below {@code /staff/}, as Spring writes patterns: {@code /staff/receipts/**}
 * @param groups ids of the groups that may come in
 * @param changes whether they may also send what changes something: POST, PUT and DELETE, with the token of their session
 */
public record StaffPageAccess(String path, Set<String> groups, boolean changes) {
    /** To look and to download only. */
    public StaffPageAccess(String path, Set<String> groups) {
        this(path, groups, false);
    }
}
