// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Problem as HTTP sees it.
 *
 * @param code stable name, as in {@code wallet.tokens-insufficient}
 * @param status HTTP status of every answer with this problem
 * @param title fact that holds for every occurrence
 */
public record KnownProblem(
        @Schema(example = "request.not-found") String code,
        @Schema(example = "404") int status,
        @Schema(example = "Resource not found") String title) {
    public static final KnownProblem METHOD_NOT_ALLOWED =
            new KnownProblem("request.method-not-allowed", 405, "Method is not allowed");
    public static final KnownProblem NOT_ACCEPTABLE =
            new KnownProblem("request.not-acceptable", 406, "Format is not available");
    public static final KnownProblem TIMEOUT = new KnownProblem("request.timeout", 408, "Request took too long");
    public static final KnownProblem TOO_LARGE =
            new KnownProblem("request.too-large", 413, "Request body is too large");
    public static final KnownProblem UNSUPPORTED_MEDIA_TYPE =
            new KnownProblem("request.unsupported-media-type", 415, "Media type is not supported");
    public static final KnownProblem HEADERS_TOO_LARGE =
            new KnownProblem("request.headers-too-large", 431, "Request headers are too large");
    public static final KnownProblem INTERNAL = new KnownProblem("internal", 500, "Internal server error");
    public static final KnownProblem NOT_IMPLEMENTED =
            new KnownProblem("request.not-implemented", 501, "HTTP version or method is not supported");

    public static KnownProblem of(ProblemType type) {
        return new KnownProblem(type.code(), statusOf(type.kind()), type.title());
    }

    private static int statusOf(ProblemType.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case REFUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
