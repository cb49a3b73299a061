package dungeon.ingest.http;

import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure of a request as {@code application/problem+json} with a code. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        return answer(problem.body(), problem.headers());
    }

    /** Spring Security refuses signs in a header only when somebody reads it. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException e) {
        LOG.debug("A header is refused", e);
        return answer(
                Problem.describe(
                        HttpStatus.BAD_REQUEST,
                        Problem.codeOf(HttpStatus.BAD_REQUEST),
                        "A header has signs that no header may have"),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        LOG.error("A request failed", e);
        return answer(
                Problem.describe(ProblemCode.INTERNAL_ERROR, "The application failed; its log says why"),
                HttpHeaders.EMPTY);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.describe(ProblemCode.MALFORMED_JSON, "The body is missing or was cut off"), headers);
    }

    /** Without the line in the log that Spring writes for each of them. */
    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail found ? found.getDetail() : e.getMessage();
        return answer(
                Problem.describe(status, Problem.codeOf(status), Objects.requireNonNullElse(detail, "")), headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail body, HttpHeaders headers) {
        return ResponseEntity.status(body.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
