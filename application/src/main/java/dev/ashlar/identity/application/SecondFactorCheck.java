// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.SecondFactor;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Check of codes, in the transaction of the calling service. The caller holds the account and commits refusals too, because a
 * wrong code counts.
 */
@Component
class SecondFactorCheck {
    private final SecondFactors factors;
    private final Vault vault;
    private final SecurityTrail trail;
    private final InstantSource clock;

    SecondFactorCheck(SecondFactors factors, Vault vault, SecurityTrail trail, InstantSource clock) {
        this.factors = factors;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** Lets an account without a confirmed factor pass, and any other only with an unused code. */
    void require(UserId user, @Nullable OneTimeCode code) {
        var factor = factors.find(user).filter(SecondFactor::confirmed);
        if (factor.isEmpty()) {
            return;
        }
        if (code == null) {
            throw IdentityProblem.SECOND_FACTOR_REQUIRED
                    .because("The account has a second factor. Send the code of the app, or a recovery code, as well.")
                    .at("/code", "is required");
        }
        requireRight(factor.get(), code);
    }

    private void requireRight(SecondFactor factor, OneTimeCode code) {
        var now = requireOpen(factor);
        var step = factor.step(vault, code, now);
        if (step.isPresent() && factors.useStep(factor.userId(), step.getAsLong(), now)) {
            return;
        }
        if (step.isEmpty() && factors.useRecoveryCode(factor.userId(), code.fingerprint(), now)) {
            trail.record(SecurityEventType.RECOVERY_CODE_USED, factor.userId());
            return;
        }
        throw refuse(factor);
    }

    /** Returns the step of the first code of an unconfirmed factor. */
    long firstStep(SecondFactor factor, OneTimeCode code) {
        var step = factor.step(vault, code, requireOpen(factor));
        if (step.isEmpty()) {
            throw refuse(factor);
        }
        return step.getAsLong();
    }

    private Instant requireOpen(SecondFactor factor) {
        var now = clock.instant();
        factor.wait(now).ifPresent(wait -> {
            throw IdentityProblem.CODES_LOCKED
                    .because("Too many codes were wrong. Wait " + wait.toSeconds() + " s.")
                    .retryAfter(wait);
        });
        return now;
    }

    private DomainException refuse(SecondFactor factor) {
        factors.fail(factor.userId(), factor.failuresWithOneMore(), clock.instant());
        trail.record(SecurityEventType.CODE_REFUSED, factor.userId(), null, null);
        return IdentityProblem.CODE_INVALID
                .because("The code is wrong, expired or used. Send the code that the app shows now.")
                .at("/code", "must be an unused code of the app, or a recovery code");
    }
}
