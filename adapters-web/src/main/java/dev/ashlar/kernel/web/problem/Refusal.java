package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.ProblemType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A problem on its way out: everything about it that does not depend on the request.
 *
 * @param problem which one
 * @param detail what was wrong this time
 * @param errors the fields that are wrong
 * @param headers what HTTP wants besides, such as {@code Allow} or {@code Retry-After}
 */
public record Refusal(KnownProblem problem, String detail, List<FieldError> errors, HttpHeaders headers) {
    private static final Duration WAIT_FOR_RECOVERY = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_ALLOWANCE = Duration.ofMinutes(1);

    public static Refusal of(WebProblem problem, String detail) {
        return of(problem, detail, HttpHeaders.EMPTY);
    }

    static Refusal of(WebProblem problem, String detail, HttpHeaders headers) {
        return new Refusal(problem.known(), detail, List.of(), headers);
    }

    public static Refusal of(DomainException refusal) {
        return new Refusal(
                KnownProblem.of(refusal.type()),
                refusal.detail(),
                refusal.errors(),
                headersOf(refusal.type().kind(), refusal.retryAfter()));
    }

    private static HttpHeaders headersOf(ProblemType.Kind kind, @Nullable Duration retryAfter) {
        return switch (kind) {
            case UNAUTHENTICATED -> header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE -> retryAfterHeader(retryAfter == null ? WAIT_FOR_RECOVERY : retryAfter);
            case TOO_MANY -> retryAfterHeader(retryAfter == null ? WAIT_FOR_ALLOWANCE : retryAfter);
            default -> retryAfter == null ? HttpHeaders.EMPTY : retryAfterHeader(retryAfter);
        };
    }

    private static HttpHeaders retryAfterHeader(Duration wait) {
        // Rounded up: a caller that comes back a moment early would be refused again.
        return header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private static HttpHeaders header(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    /** The same refusal with one header set to another value. */
    public Refusal with(String header, String value) {
        var changed = new HttpHeaders(headers);
        changed.set(header, value);
        return new Refusal(problem, detail, errors, changed);
    }

    /** The body of the answer. */
    Problem describedFor(String path, String traceId) {
        return new Problem(
                Problem.TYPE_PREFIX + problem.code(), problem.title(), problem.status(), detail, path, traceId, errors);
    }
}
