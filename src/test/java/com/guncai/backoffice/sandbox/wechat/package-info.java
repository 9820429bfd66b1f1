/** The WeChat mini-app servers as WxJava's mini-app SDK sees them. */
@NullMarked
package com.guncai.backoffice.sandbox.wechat;

import org.jspecify.annotations.NullMarked;
