// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.AuthEvents;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Deletion of rows that can never be used again, one bounded batch a call. Each method returns the number of rows. */
@ApplicationService
public class IdentityHousekeeping {
    /** Retention after the expiry. Used tokens are kept until then, because a thief may still present them. */
    static final Duration EXPIRED_SESSIONS_KEPT = Duration.ofDays(7);
    /** Retention after the creation; far longer than any token is valid or any mail is retried. */
    static final Duration ONE_TIME_TOKENS_KEPT = Duration.ofDays(30);

    private static final int BATCH = 1000;

    private final RefreshTokens refreshTokens;
    private final OneTimeTokens oneTimeTokens;
    private final AuthEvents authEvents;
    private final InstantSource clock;

    IdentityHousekeeping(
            RefreshTokens refreshTokens, OneTimeTokens oneTimeTokens, AuthEvents authEvents, InstantSource clock) {
        this.refreshTokens = refreshTokens;
        this.oneTimeTokens = oneTimeTokens;
        this.authEvents = authEvents;
        this.clock = clock;
    }

    @Job(name = "identity.forget-expired-sessions", every = "1h")
    @Transactional
    public int forgetExpiredSessions() {
        return refreshTokens.deleteExpiredBefore(clock.instant().minus(EXPIRED_SESSIONS_KEPT), BATCH);
    }

    @Job(name = "identity.forget-one-time-tokens", every = "1h")
    @Transactional
    public int forgetOneTimeTokens() {
        return oneTimeTokens.deleteCreatedBefore(clock.instant().minus(ONE_TIME_TOKENS_KEPT), BATCH);
    }

    @Job(name = "identity.forget-auth-events", every = "1h")
    @Transactional
    public int forgetAuthEvents() {
        return authEvents.deleteBefore(clock.instant().minus(AuthEvent.RETENTION), BATCH);
    }
}
