@NullMarked
package com.guncai.backoffice.notification;

import org.jspecify.annotations.NullMarked;
