package dev.ashlar.identity.domain;

/** How far somebody came who tried something. */
public enum AuthResult {
    /** Let through to be checked; counts until a success follows. */
    ATTEMPTED,
    /** Proved to be the person. */
    SUCCEEDED,
    /** Turned away for having tried too often; does not count, or a lockout would never end. */
    REFUSED
}
