package com.guncai.backoffice.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;

/**
 * For methods outside any transaction: when another transaction was at the same order or process first, the whole call
 * is made again, a few times within two seconds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
        retryFor = ConcurrencyFailureException.class,
        maxAttempts = 6,
        backoff = @Backoff(delay = 40, maxDelay = 800, multiplier = 2, random = true))
public @interface RetryOnConflict {}
