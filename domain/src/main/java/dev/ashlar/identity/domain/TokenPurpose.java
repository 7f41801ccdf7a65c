package dev.ashlar.identity.domain;

import java.time.Duration;

/** What a mailed token lets its holder do, once. */
public enum TokenPurpose {
    /** Prove to own the address the account was registered with. */
    EMAIL_VERIFICATION(Duration.ofDays(3)),
    /** Choose a new password. */
    PASSWORD_RESET(Duration.ofHours(1));

    private final Duration validity;

    TokenPurpose(Duration validity) {
        this.validity = validity;
    }

    /** How long the token works once it has been mailed. */
    public Duration validity() {
        return validity;
    }
}
