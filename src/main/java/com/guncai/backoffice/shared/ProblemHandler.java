package com.guncai.backoffice.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where failures become {@code application/problem+json} with a stable code and a Chinese sentence. */
@RestControllerAdvice
public class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ObjectMapper json;

    ProblemHandler(ObjectMapper json) {
        this.json = json;
    }

    /** For filters, which answer before any controller is found. */
    public void write(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body(problem));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(ProblemException problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(ConstraintViolationException invalid) {
        var first = invalid.getConstraintViolations().stream().findFirst();
        return answer(
                HttpStatus.BAD_REQUEST,
                ProblemCode.REQUEST_INVALID,
                first.map(violation -> violation.getMessage()).orElse("请求内容有误"));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch) {
        return answer(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, "请求参数 " + mismatch.getName() + " 有误");
    }

    @ExceptionHandler
    ResponseEntity<Object> on(OptimisticLockingFailureException lost) {
        return answer(HttpStatus.CONFLICT, ProblemCode.TRY_AGAIN, "订单刚刚有变化，请刷新后重试");
    }

    @ExceptionHandler
    ResponseEntity<Object> on(PessimisticLockingFailureException busy) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.TRY_AGAIN, "系统繁忙，请稍后再试");
    }

    /** The form is broken: no boundary, or a name that is none. */
    @ExceptionHandler
    ResponseEntity<Object> on(MultipartException broken) {
        log.info("a form with files cannot be read: {}", broken.getClass().getSimpleName());
        return answer(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, "上传的内容有误，请重新选择图片");
    }

    /** Spring's firewall looks at the names of parameters when somebody first reads them, which may be as late as the body of a form. */
    @ExceptionHandler
    ResponseEntity<Object> on(RequestRejectedException rejected) {
        return answer(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, "请求参数的名称中有不允许的字符");
    }

    /** JSON of another kind than what is asked for: an object where a time stands. What we write has a handler of its own. */
    @ExceptionHandler
    ResponseEntity<Object> on(HttpMessageConversionException unreadable) {
        return answer(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, "请求内容有误");
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Exception failure) {
        log.error("request failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, ProblemCode.INTERNAL_ERROR, "系统出错了，请稍后再试");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = invalid.getBindingResult().getAllErrors().stream()
                .map(DefaultMessageSourceResolvable::getDefaultMessage)
                .findFirst()
                .orElse("请求内容有误");
        return answer(HttpStatus.BAD_REQUEST, ProblemCode.REQUEST_INVALID, String.valueOf(detail));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        return switch (known) {
            case NOT_FOUND -> answer(known, ProblemCode.NOT_FOUND, "没有这个地址");
            case METHOD_NOT_ALLOWED -> answer(known, ProblemCode.METHOD_NOT_ALLOWED, "不支持的请求方法");
            case UNSUPPORTED_MEDIA_TYPE ->
                answer(
                        known,
                        ProblemCode.MEDIA_TYPE_NOT_SUPPORTED,
                        "不支持的内容类型，请使用 " + (wantsForm(failure) ? "multipart/form-data" : "JSON"));
            case NOT_ACCEPTABLE -> answer(known, ProblemCode.NOT_ACCEPTABLE, "只提供 JSON 应答");
            case PAYLOAD_TOO_LARGE -> answer(known, ProblemCode.BODY_TOO_LARGE, "请求内容过大，图片不能超过 10 MB");
            default -> known.is4xxClientError() ? answer(known, ProblemCode.REQUEST_INVALID, "请求内容有误") : on(failure);
        };
    }

    private static boolean wantsForm(Exception failure) {
        return failure instanceof HttpMediaTypeNotSupportedException unsupported
                && unsupported.getSupportedMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static ResponseEntity<Object> answer(HttpStatus status, ProblemCode code, String detail) {
        return answer(new ProblemException(status, code, detail));
    }

    private static ResponseEntity<Object> answer(ProblemException problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(problem));
    }

    private static ProblemDetail body(ProblemException problem) {
        var body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        body.setProperty("code", problem.code());
        return body;
    }
}
