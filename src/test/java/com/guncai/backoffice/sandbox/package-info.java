/** The sandbox that stands where WeChat, WeChat Pay and Aliyun stand in production: it starts with the application's tests and with {@code mvn spring-boot:test-run}. */
@NullMarked
package com.guncai.backoffice.sandbox;

import org.jspecify.annotations.NullMarked;
