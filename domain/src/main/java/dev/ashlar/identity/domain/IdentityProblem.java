package dev.ashlar.identity.domain;

import dev.ashlar.kernel.ProblemType;

/** What identity refuses. */
public enum IdentityProblem implements ProblemType {
    EMAIL_TAKEN("identity.email-taken", Kind.CONFLICT, "An account with this email address exists."),
    USERNAME_TAKEN("identity.username-taken", Kind.CONFLICT, "An account with this username exists."),
    INVALID_CREDENTIALS("identity.invalid-credentials", Kind.UNAUTHENTICATED, "Email address or password is wrong."),
    LOCKED_OUT("identity.locked-out", Kind.TOO_MANY, "Too many attempts to log in; wait."),
    SESSION_REVOKED("identity.session-revoked", Kind.UNAUTHENTICATED, "The session is over; log in again."),
    INVALID_TOKEN("identity.invalid-token", Kind.REFUSED, "The mailed token is unknown, used or out of date."),
    NOT_A_SALES_HEAD(
            "identity.not-a-sales-head", Kind.REFUSED, "Only active sales people and administrators lead others."),
    SALES_HEAD_CYCLE(
            "identity.sales-head-cycle", Kind.REFUSED, "Nobody may lead themselves, directly or through others."),
    STILL_LEADS("identity.still-leads", Kind.REFUSED, "The person leads others and must keep a role that may."),
    OWN_ACCOUNT("identity.own-account", Kind.REFUSED, "Administrators do not decide about their own account."),
    ACTIVITY_UNCHANGED("identity.activity-unchanged", Kind.CONFLICT, "The account already is as asked.");

    private final Definition definition;

    IdentityProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
