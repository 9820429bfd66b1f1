package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.wechatpay.PayError;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a control call was refused, apart from the application's own problems. */
@SandboxOnly
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = ControlProblems.class)
class ControlProblems {

    @ExceptionHandler
    ProblemDetail on(NoSuchElementException unknown) {
        return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(PayError refused) {
        var unknown = refused.status() == HttpStatus.NOT_FOUND.value();
        return problem(unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, refused.code(), refused.getMessage());
    }

    @ExceptionHandler({IllegalArgumentException.class, NullPointerException.class})
    ProblemDetail on(RuntimeException wrong) {
        return problem(HttpStatus.BAD_REQUEST, "REQUEST_INVALID", wrong.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
