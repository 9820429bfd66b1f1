package com.guncai.backoffice.process;

/**
 * A group of staff that holds tasks, as a module declares it by a bean; made in the engine when missing.
 *
 * @param id as it stands in diagrams as candidate group: {@code flower-desk}
 * @param label its Chinese name, fit to show
 */
public record StaffGroup(String id, String label) {
    /** They see everything, deploy models, and are told what stays undone. */
    public static final StaffGroup MANAGERS = new StaffGroup("managers", "主管");

    /** They make users and groups, and may do everything. */
    public static final StaffGroup ADMINISTRATORS = new StaffGroup("camunda-admin", "系统管理员");
}
