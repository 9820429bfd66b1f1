package com.guncai.backoffice.process.engine;

/**
 * The diagram in which an expression stands. An expression keeps it from the moment it is read: a mapping of a call activity is evaluated
 * within the process that was called, and may still do no more than the diagram in which it was written.
 */
record WrittenIn(String process) {}
