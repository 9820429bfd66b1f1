package com.guncai.backoffice.shared;

import org.springframework.http.HttpStatus;

/**
 * A request that cannot be met, with a stable {@link ProblemCode} for programs and a Chinese sentence for people. Rolls the transaction
 * back; becomes an {@code application/problem+json} answer under /api and the error text of a task in the Tasklist.
 */
public class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final ProblemCode code;

    public ProblemException(HttpStatus status, ProblemCode code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** 400: what was sent cannot be right, whatever the state of things. */
    public static ProblemException invalid(ProblemCode code, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** 404: it is not there, or it is somebody else's. */
    public static ProblemException notFound(ProblemCode code, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, detail);
    }

    /** 409: the state of things does not allow it. */
    public static ProblemException conflict(ProblemCode code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }

    public HttpStatus status() {
        return status;
    }

    /** The name of its {@link ProblemCode}. */
    public String code() {
        return code.name();
    }

    /** The Chinese sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
