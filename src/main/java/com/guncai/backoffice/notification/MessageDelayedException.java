package com.guncai.backoffice.notification;

/** A message has to wait: the job tries again after the back-off that its diagram sets. Names the order and a code only. */
class MessageDelayedException extends RuntimeException {
    MessageDelayedException(String message) {
        super(message);
    }
}
