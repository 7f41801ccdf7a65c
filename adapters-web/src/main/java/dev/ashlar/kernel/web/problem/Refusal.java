// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Problem with all that does not depend on the request.
 *
 * @param detail what has happened, and how to correct it
 * @param errors fields that are wrong
 * @param headers headers of the answer, such as {@code Allow} or {@code Retry-After}
 */
public record Refusal(KnownProblem problem, String detail, List<FieldError> errors, HttpHeaders headers) {
    private static final Duration WAIT_FOR_RECOVERY = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_ALLOWANCE = Duration.ofMinutes(1);

    public static Refusal of(KnownProblem problem, String detail) {
        return new Refusal(problem, detail, List.of(), HttpHeaders.EMPTY);
    }

    /** Returns the refusal of an HTTP status, for failures that tell nothing else. */
    public static Refusal ofStatus(int status) {
        return switch (status) {
            case 401 -> of(KernelProblem.UNAUTHENTICATED.because("Log in and send the access token."));
            case 403 -> of(KernelProblem.FORBIDDEN.because("This account may not do this."));
            case 404 -> of(KernelProblem.NOT_FOUND.because("Look the path up in the API description."));
            case 405 -> of(KnownProblem.METHOD_NOT_ALLOWED, "Look the methods up in the API description.");
            case 406 -> of(KnownProblem.NOT_ACCEPTABLE, "Accept application/json.");
            case 408 -> of(KnownProblem.TIMEOUT, "The request did not arrive in time. Send it again, faster.");
            case 413 -> of(KnownProblem.TOO_LARGE, "Send a smaller body.");
            case 415 -> of(KnownProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            case 431 -> of(KnownProblem.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            case 501, 505 -> of(KnownProblem.NOT_IMPLEMENTED, "Use HTTP/1.1 and a method of the API description.");
            case 503 -> of(KernelProblem.UNAVAILABLE.because("Try again in a few seconds."));
            default ->
                status < 500
                        ? of(KernelProblem.INVALID_REQUEST.because(
                                "The request is malformed. Send it as the API description says."))
                        : of(
                                KnownProblem.INTERNAL,
                                "The failure has been logged. Mention the traceId if you report it.");
        };
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
        // Rounded up, because a caller that returns a moment early would be refused again.
        return header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** Headers with one value. */
    public static HttpHeaders header(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    /** Returns the refusal with other headers. */
    public Refusal with(HttpHeaders others) {
        return new Refusal(problem, detail, errors, others);
    }

    /** Renders the body of the answer. */
    public Problem describedFor(String path, String traceId) {
        return new Problem(
                Problem.TYPE_PREFIX + problem.code(), problem.title(), problem.status(), detail, path, traceId, errors);
    }
}
