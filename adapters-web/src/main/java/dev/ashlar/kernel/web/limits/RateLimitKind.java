package dev.ashlar.kernel.web.limits;

/** Kinds of requests that have a rate limit each. */
public enum RateLimitKind {
    /** All requests of a network address, counted by each instance. */
    ADDRESS,
    /** Requests of a signed-in user, counted by each instance. */
    CALLER,
    /** Calls of language models by a signed-in user, counted by each instance. */
    CHAT,
    /** Changes by a user whose email address is not verified, counted by each instance. */
    UNVERIFIED,
    /** Operations of a network address that check a secret, counted for all instances. */
    LOGIN,
    /** Operations of a network address that send a mail, counted for all instances. */
    MAIL;

    boolean isShared() {
        return this == LOGIN || this == MAIL;
    }

    boolean isOfCaller() {
        return this == CALLER || this == CHAT || this == UNVERIFIED;
    }

    /** Returns the name that callers see. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
