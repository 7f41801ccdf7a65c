// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/** Problems that all contexts share. */
public enum KernelProblem implements ProblemType {
    INVALID_REQUEST("request.invalid", Kind.INVALID, "Request is not valid"),
    INVALID_CURSOR("request.invalid-cursor", Kind.INVALID, "Cursor does not belong to this list"),
    UNKNOWN_PLATFORM("request.unknown-platform", Kind.INVALID, "Platform is unknown"),
    UNAUTHENTICATED("auth.unauthenticated", Kind.UNAUTHENTICATED, "Access token is missing or not valid"),
    FORBIDDEN("auth.forbidden", Kind.FORBIDDEN, "Caller is not permitted"),
    NOT_FOUND("request.not-found", Kind.NOT_FOUND, "Resource not found"),
    CONFLICT("request.conflict", Kind.CONFLICT, "Request conflicts with stored data"),
    BUSY("request.busy", Kind.CONFLICT, "Resource is busy"),
    BROKEN_REFERENCE("request.broken-reference", Kind.REFUSED, "Referenced resource does not exist"),
    OUT_OF_BOUNDS("request.out-of-bounds", Kind.REFUSED, "Value is out of bounds"),
    STALE_VERSION("request.stale-version", Kind.STALE, "Resource version is stale"),
    VERSION_REQUIRED("request.version-required", Kind.PRECONDITION_REQUIRED, "Resource version is required"),
    IDEMPOTENCY_KEY_REQUIRED("request.idempotency-key-required", Kind.INVALID, "Idempotency key is required"),
    IDEMPOTENCY_KEY_REUSED(
            "request.idempotency-key-reused", Kind.REFUSED, "Idempotency key was used for another request"),
    RATE_EXCEEDED("request.rate-exceeded", Kind.TOO_MANY, "Request rate is exceeded"),
    UNAVAILABLE("request.unavailable", Kind.UNAVAILABLE, "Service is unavailable");

    private final Definition definition;

    KernelProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    /** Returns the refusal of a change that names a version which is no longer the latest. */
    public static DomainException stale(String resource, int version) {
        return STALE_VERSION.because(
                resource + " has changed since version " + version + ". Read it again and repeat the change.");
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public boolean isSuspicious() {
        return this == FORBIDDEN;
    }
}
