package com.guncai.backoffice.sandbox.aliyun;

/** An error of the gateway, with an HTTP status; business errors of SMS come as HTTP 200 instead. */
final class AliyunError extends RuntimeException {
    final int status;
    final String code;

    AliyunError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }
}
