package com.guncai.backoffice.process.deployment;

/** Looks at one side of a diagram that is to be deployed. Each bean of this type is asked; the order does not matter. */
interface DiagramRule {
    void check(Diagram diagram, Findings findings);
}
