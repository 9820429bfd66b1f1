/** Aliyun SMS as its SDK sees it. */
@NullMarked
package com.guncai.backoffice.sandbox.aliyun;

import org.jspecify.annotations.NullMarked;
