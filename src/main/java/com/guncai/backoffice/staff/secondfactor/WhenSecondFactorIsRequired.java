package com.guncai.backoffice.staff.secondfactor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Is there only where {@link SecondFactorProperties#required} says so. */
@ConditionalOnBooleanProperty("backoffice.second-factor.required")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WhenSecondFactorIsRequired {}
