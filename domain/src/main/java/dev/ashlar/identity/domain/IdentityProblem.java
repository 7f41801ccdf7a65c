// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;

/** Refusals of identity. */
public enum IdentityProblem implements ProblemType {
    EMAIL_TAKEN("identity.email-taken", Kind.CONFLICT, "Email address is already taken"),
    USERNAME_TAKEN("identity.username-taken", Kind.CONFLICT, "Username is already taken"),
    CREDENTIALS_INVALID("identity.credentials-invalid", Kind.UNAUTHENTICATED, "Email address or password is wrong"),
    PASSWORD_WRONG("identity.password-wrong", Kind.REFUSED, "Current password is wrong"),
    LOGIN_LOCKED("identity.login-locked", Kind.TOO_MANY, "Login is locked after too many attempts"),
    SECOND_FACTOR_REQUIRED(
            "identity.second-factor-required", Kind.UNAUTHENTICATED, "Code of the second factor is required"),
    CODE_INVALID("identity.code-invalid", Kind.REFUSED, "Code of the second factor is not valid"),
    CODES_LOCKED("identity.codes-locked", Kind.TOO_MANY, "Codes are locked after too many wrong ones"),
    SECOND_FACTOR_ENABLED("identity.second-factor-enabled", Kind.CONFLICT, "Second factor is already enabled"),
    SECOND_FACTOR_NOT_FOUND("identity.second-factor-not-found", Kind.NOT_FOUND, "Second factor not found"),
    SESSION_ENDED("identity.session-ended", Kind.UNAUTHENTICATED, "Session has ended"),
    SESSION_NOT_FOUND("identity.session-not-found", Kind.NOT_FOUND, "Session not found"),
    TOKEN_INVALID("identity.token-invalid", Kind.REFUSED, "Mailed token is not valid"),
    USER_NOT_FOUND("identity.user-not-found", Kind.NOT_FOUND, "User not found"),
    SALES_HEAD_INELIGIBLE("identity.sales-head-ineligible", Kind.REFUSED, "Sales head is not eligible"),
    SALES_HEAD_CYCLE("identity.sales-head-cycle", Kind.REFUSED, "Sales heads form a cycle"),
    USER_LEADS_OTHERS("identity.user-leads-others", Kind.REFUSED, "User is the sales head of others"),
    OWN_ACCOUNT("identity.own-account", Kind.FORBIDDEN, "Administrators cannot decide about their own account"),
    LAST_ADMINISTRATOR(
            "identity.last-administrator", Kind.CONFLICT, "The only administrator cannot delete the own account"),
    ACCOUNT_DELETED("identity.account-deleted", Kind.CONFLICT, "Account is deleted"),
    ILLEGAL_TRANSITION("identity.illegal-transition", Kind.CONFLICT, "Status transition is not allowed");

    private final Definition definition;

    IdentityProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    /** Creates the refusal of an id that no account has. */
    public static DomainException userNotFound(UserId id) {
        return USER_NOT_FOUND.because("User " + id.value() + " does not exist. Check the id.");
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
