package com.guncai.backoffice.shared;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The decoded path of a request, without the context's: by it controllers are found as well. The URI as sent may spell
 * {@code /api} as {@code /%61pi}.
 */
public final class RequestPath {
    private RequestPath() {}

    /** Of any servlet: one that is mapped to {@code /x/*} has the rest as its path info. */
    public static String of(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
