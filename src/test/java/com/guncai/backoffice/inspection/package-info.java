/** 年检代办: a service that exists for its test alone, and shows what a service has to declare. */
@NullMarked
package com.guncai.backoffice.inspection;

import org.jspecify.annotations.NullMarked;
