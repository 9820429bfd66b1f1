package com.guncai.backoffice.process;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with models that are to be deployed, or worth knowing before they are.
 *
 * @param element id of the task, event, gateway, flow or process that it is about; {@code null} when it is about a file
 * @param text one Chinese sentence without its full stop: names the element as the diagram does, and says how to mend it
 */
public record DeploymentFinding(Severity severity, @Nullable String element, String text) {
    /** An error refuses the deployment; a warning is shown. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
