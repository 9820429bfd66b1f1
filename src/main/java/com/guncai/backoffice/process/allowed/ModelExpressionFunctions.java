package com.guncai.backoffice.process.allowed;

import java.util.Set;

/** The functions that an expression may call without a bean. */
public final class ModelExpressionFunctions {
    public static final Set<String> NAMES = Set.of("now", "dateTime", "currentUser", "currentUserGroups");

    private ModelExpressionFunctions() {}
}
