@NullMarked
package com.guncai.backoffice.customer;

import org.jspecify.annotations.NullMarked;
