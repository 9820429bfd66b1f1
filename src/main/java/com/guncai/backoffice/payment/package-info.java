@NullMarked
package com.guncai.backoffice.payment;

import org.jspecify.annotations.NullMarked;
