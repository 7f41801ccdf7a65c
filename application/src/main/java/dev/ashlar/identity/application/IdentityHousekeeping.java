package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what can never be used again, one bounded batch a call. Each method returns how many rows went. */
@ApplicationService
public class IdentityHousekeeping {
    /** Used refresh tokens are kept until they expire, since a thief may still present them; then this much longer. */
    static final Duration EXPIRED_SESSIONS_KEPT = Duration.ofDays(7);
    /** Far longer than any token is valid or any mail retried. */
    static final Duration ONE_TIME_TOKENS_KEPT = Duration.ofDays(30);

    private static final int BATCH = 1000;

    private final RefreshTokens refreshTokens;
    private final OneTimeTokens oneTimeTokens;
    private final InstantSource clock;

    IdentityHousekeeping(RefreshTokens refreshTokens, OneTimeTokens oneTimeTokens, InstantSource clock) {
        this.refreshTokens = refreshTokens;
        this.oneTimeTokens = oneTimeTokens;
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
}
