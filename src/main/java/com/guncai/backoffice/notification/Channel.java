package com.guncai.backoffice.notification;

/** The ways a message takes. */
enum Channel {
    WECHAT,
    SMS
}
