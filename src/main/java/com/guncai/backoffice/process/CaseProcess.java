package com.guncai.backoffice.process;

import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * The one class behind {@code processes/X.bpmn}, named {@code X} as the process id is. Its public methods are what the
 * diagram's expressions call.
 */
public interface CaseProcess extends ModelBean {

    /** The process id. */
    default String key() {
        return ClassUtils.getUserClass(this).getSimpleName();
    }

    /**
     * Keys of the form fields that the diagram's expressions name. A field that a form left out is {@code null} there
     * instead of unknown.
     */
    Set<String> answers();

    /** Ids of the staff groups that hold its tasks: they may read its running cases, variables included. */
    Set<String> desks();

    /**
     * What the task forms show of a case, made of display-ready texts. Read from the tables each time somebody looks;
     * never stored in the engine.
     */
    Object cardContent(String caseNo);
}
