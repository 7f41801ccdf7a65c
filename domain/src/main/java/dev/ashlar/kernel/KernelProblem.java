package dev.ashlar.kernel;

/** The refusals that every context shares. */
public enum KernelProblem implements ProblemType {
    INVALID_REQUEST("request.invalid", Kind.INVALID, "The request is not valid."),
    INVALID_CURSOR("request.invalid-cursor", Kind.INVALID, "The cursor does not belong to this list."),
    UNKNOWN_PLATFORM("request.unknown-platform", Kind.INVALID, "The platform is not known."),
    UNAUTHENTICATED("auth.unauthenticated", Kind.UNAUTHENTICATED, "The request needs a valid access token."),
    FORBIDDEN("auth.forbidden", Kind.FORBIDDEN, "The caller may not do this."),
    NOT_FOUND("request.not-found", Kind.NOT_FOUND, "There is no such resource."),
    CONFLICT("request.conflict", Kind.CONFLICT, "The request conflicts with what is stored."),
    BUSY("request.busy", Kind.CONFLICT, "Others are changing the same resource; try again."),
    BROKEN_REFERENCE("request.broken-reference", Kind.REFUSED, "The request refers to something that is not there."),
    OUT_OF_BOUNDS("request.out-of-bounds", Kind.REFUSED, "A value breaks a limit of the stored data."),
    STALE_VERSION("request.stale-version", Kind.STALE, "The resource has changed since it was read."),
    VERSION_REQUIRED(
            "request.version-required", Kind.PRECONDITION_REQUIRED, "The request must say which version it changes."),
    IDEMPOTENCY_KEY_REQUIRED(
            "request.idempotency-key-required", Kind.INVALID, "The request must carry an Idempotency-Key."),
    IDEMPOTENCY_KEY_REUSED(
            "request.idempotency-key-reused", Kind.REFUSED, "The Idempotency-Key was used for another request."),
    UNAVAILABLE("request.unavailable", Kind.UNAVAILABLE, "Something the request depends on does not answer.");

    private final Definition definition;

    KernelProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
