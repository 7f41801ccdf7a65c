// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

/** Kind of a change or refusal that matters for the security of an account. */
public enum SecurityEventType {
    /** The operator has created an administrator by command. */
    ADMINISTRATOR_CREATED,
    ROLE_CHANGED,
    ACCOUNT_ACTIVATED,
    ACCOUNT_DEACTIVATED,
    ACCOUNT_DELETED,
    ADDRESS_CHANGED,
    PASSWORD_CHANGED,
    /** The holder of a mailed token has set a new password. */
    PASSWORD_RESET,
    /** A used refresh token was presented again, so its session has ended. */
    REFRESH_TOKEN_STOLEN,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_DISABLED,
    /** A recovery code has taken the place of the second factor. */
    RECOVERY_CODE_USED,
    /** The password was right and the code of the second factor was not. */
    CODE_REFUSED,
    /** A request was refused with a problem that hints at an attack. */
    REQUEST_REFUSED
}
