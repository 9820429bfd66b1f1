@NullMarked
package com.guncai.backoffice;

import org.jspecify.annotations.NullMarked;
