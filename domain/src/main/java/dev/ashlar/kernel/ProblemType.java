package dev.ashlar.kernel;

/**
 * One kind of refusal, stable for clients. Each context lists its own in an enum, such as {@code WalletProblem}; the code
 * becomes the problem's {@code type} (RFC 9457), {@code /problems/} followed by the code.
 */
public interface ProblemType {
    /** What this refusal is; the one thing that a context's enum keeps for each of its constants. */
    Definition definition();

    /** Context and reason, as in {@code wallet.insufficient-tokens}. Never changes once published. */
    default String code() {
        return definition().code();
    }

    /** What the refusal means to a caller; the web layer turns it into a status. */
    default Kind kind() {
        return definition().kind();
    }

    /** One sentence that holds for every occurrence. */
    default String title() {
        return definition().title();
    }

    /** The refusal as an exception, with what was wrong this time and how to mend it. */
    default DomainException because(String detail) {
        return new DomainException(this, detail);
    }

    /** See {@link #code()}, {@link #kind()} and {@link #title()}. */
    record Definition(String code, Kind kind, String title) {}

    /** What a refusal means, whatever the transport. */
    enum Kind {
        /** The input cannot be understood or breaks a limit of its form. */
        INVALID,
        /** Nobody, or nobody we can verify, is asking. */
        UNAUTHENTICATED,
        /** The one who asks must not. */
        FORBIDDEN,
        /** There is no such thing, or none the caller may know of. */
        NOT_FOUND,
        /** Somebody else was first, or the state has moved on. */
        CONFLICT,
        /** The caller's copy of the resource is out of date. */
        STALE,
        /** The caller must say which version of the resource is meant. */
        PRECONDITION_REQUIRED,
        /** Understood, but a rule of the business says no. */
        REFUSED,
        /** Too often; wait. */
        TOO_MANY,
        /** Something we depend on does not answer; try later. */
        UNAVAILABLE
    }
}
