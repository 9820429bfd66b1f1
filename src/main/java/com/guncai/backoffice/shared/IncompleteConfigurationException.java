package com.guncai.backoffice.shared;

import java.util.List;
import java.util.stream.Collectors;

/** What keeps the application from starting, each fault a line; values are never quoted. */
public class IncompleteConfigurationException extends RuntimeException {
    private final boolean production;

    /**
     * @param production whether the profile {@code prod} is active; if not, forgetting it is the likelier cause
     */
    public IncompleteConfigurationException(List<String> faults, boolean production) {
        super(faults.stream()
                .map(fault -> "\n  - " + fault)
                .collect(Collectors.joining("", "The configuration is not complete:", "")));
        this.production = production;
    }

    boolean isInProduction() {
        return production;
    }

    String whatToDo() {
        return production
                ? "Set these as environment variables, or as files of that name in /run/secrets; "
                        + "docs/operations.md says where each comes from."
                : "This looks like a start without the profile \"prod\": set SPRING_PROFILES_ACTIVE=prod and the "
                        + "variables that docs/operations.md lists. To try the product without "
                        + "configuring anything, run \"mvn spring-boot:test-run\" in its source folder.";
    }
}
