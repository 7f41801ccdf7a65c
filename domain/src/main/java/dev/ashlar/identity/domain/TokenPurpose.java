// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Duration;

/** Action that a mailed token allows, once. */
public enum TokenPurpose {
    /** Prove to own the email address of the account. */
    EMAIL_VERIFICATION(Duration.ofDays(3)),
    /** Choose a new password. */
    PASSWORD_RESET(Duration.ofHours(1)),
    /** Nothing: the mail tells the present address of the account that another one is to replace it. */
    ADDRESS_NOTICE(Duration.ofHours(1)),
    /** Nothing: the mail tells the owner of an account of an attempt to register with its address. */
    REGISTRATION_NOTICE(Duration.ofHours(1));

    private final Duration validity;

    TokenPurpose(Duration validity) {
        this.validity = validity;
    }

    /** Time in which the token works once it has been mailed. */
    public Duration validity() {
        return validity;
    }
}
