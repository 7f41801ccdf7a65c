// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/**
 * Problem that a request can be refused with, stable for clients. Each context lists its problems in an enum, such as {@code
 * WalletProblem}. The {@code type} of the answer (RFC 9457) is {@code /problems/} followed by the code.
 */
public interface ProblemType {
    /** Returns code, kind and title, which a context's enum keeps for each of its constants. */
    Definition definition();

    /** Returns context and reason, as in {@code wallet.tokens-insufficient}. A published code never changes. */
    default String code() {
        return definition().code();
    }

    /** Returns the meaning for a caller, which the web layer turns into a status. */
    default Kind kind() {
        return definition().kind();
    }

    /** Returns the fact that holds for every occurrence, as in {@code Slot is not available}. */
    default String title() {
        return definition().title();
    }

    /** True if this refusal hints at an attack, and is therefore recorded. */
    default boolean isSuspicious() {
        return false;
    }

    /** Returns the refusal as an exception. The detail describes this occurrence, and then what to do. */
    default DomainException because(String detail) {
        return new DomainException(this, detail);
    }

    /** Code, kind and title of a problem. */
    record Definition(String code, Kind kind, String title) {}

    /** Meaning of a problem, independent of the transport. */
    enum Kind {
        /** The input cannot be understood or breaks a limit of its form. */
        INVALID,
        /** The caller is not authenticated. */
        UNAUTHENTICATED,
        /** The caller is not permitted. */
        FORBIDDEN,
        /** The resource does not exist, or the caller may not know of it. */
        NOT_FOUND,
        /** Another request was first, or the state has changed. */
        CONFLICT,
        /** The caller's copy of the resource is out of date. */
        STALE,
        /** The request does not name the version of the resource. */
        PRECONDITION_REQUIRED,
        /** A business rule refuses the request. */
        REFUSED,
        /** The caller has sent too many requests and must wait. */
        TOO_MANY,
        /** A dependency does not answer. */
        UNAVAILABLE
    }
}
