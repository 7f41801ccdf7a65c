package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.KernelProblem;

/** The refusal for a bare HTTP status, where whoever failed left nothing else. */
public final class StatusRefusals {
    private StatusRefusals() {}

    public static Refusal refusalFor(int status) {
        return switch (status) {
            case 401 -> Refusal.of(KernelProblem.UNAUTHENTICATED.because("Log in and send the access token."));
            case 403 -> Refusal.of(KernelProblem.FORBIDDEN.because("This account may not do this."));
            case 404 -> Refusal.of(KernelProblem.NOT_FOUND.because("Look the path up in the API's description."));
            case 405 -> Refusal.of(WebProblem.METHOD_NOT_ALLOWED, "Look the methods up in the API's description.");
            case 406 -> Refusal.of(WebProblem.NOT_ACCEPTABLE, "Accept application/json.");
            case 413 -> Refusal.of(WebProblem.TOO_LARGE, "Send a smaller body.");
            case 415 -> Refusal.of(WebProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            case 431 -> Refusal.of(WebProblem.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            case 501, 505 ->
                Refusal.of(WebProblem.NOT_IMPLEMENTED, "Use HTTP/1.1 and a method that the API's description names.");
            case 503 -> Refusal.of(KernelProblem.UNAVAILABLE.because("Try again in a few seconds."));
            default ->
                status < 500
                        ? Refusal.of(KernelProblem.INVALID_REQUEST.because("The request is not well-formed HTTP."))
                        : Refusal.of(WebProblem.INTERNAL, "It has been logged; mention the traceId if you report it.");
        };
    }
}
