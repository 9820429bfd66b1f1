package com.guncai.backoffice.ratelimit;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ProblemHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one answer to whoever calls too often. */
@Component
class TooManyRequests {
    private final ProblemHandler problems;

    TooManyRequests(ProblemHandler problems) {
        this.problems = problems;
    }

    void write(HttpServletResponse response, Duration wait) throws IOException {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        problems.write(
                response,
                new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS, ProblemCode.TOO_MANY_REQUESTS, "操作太频繁，请 " + seconds + " 秒后再试"));
    }
}
