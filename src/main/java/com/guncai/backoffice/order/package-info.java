@NullMarked
package com.guncai.backoffice.order;

import org.jspecify.annotations.NullMarked;
