package com.guncai.backoffice.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages below {@code /staff/}: its methods answer the name of a template in {@code templates/staff} that fills
 * the layout beside it. The model already holds {@code shell}: who is signed in, the menu, the session's token.
 */
@Controller
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffPage {}
