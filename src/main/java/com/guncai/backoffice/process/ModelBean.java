package com.guncai.backoffice.process;

/** Marks the beans that a diagram's expressions may call. No other bean is visible to a model. */
public interface ModelBean {}
