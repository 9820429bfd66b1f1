package com.guncai.backoffice.staff;

/** Somebody may not sign in any more, nor may programs in their name. */
public record StaffDisabled(String user) {}
