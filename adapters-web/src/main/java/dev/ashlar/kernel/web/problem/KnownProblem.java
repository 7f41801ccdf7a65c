package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A kind of problem as HTTP sees it.
 *
 * @param code stable name, as in {@code wallet.insufficient-tokens}
 * @param status HTTP status of every answer with this problem
 * @param title one sentence that holds for every occurrence
 */
public record KnownProblem(
        @Schema(example = "request.not-found") String code,
        @Schema(example = "404") int status,
        @Schema(example = "There is no such resource.") String title) {
    static KnownProblem of(ProblemType type) {
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
