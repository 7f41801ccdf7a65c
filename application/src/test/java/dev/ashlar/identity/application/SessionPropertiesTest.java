// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshToken.Verdict;
import dev.ashlar.identity.domain.RefreshTokenStatus;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A session under any sequence of refreshes, retries, thefts, waits and logouts. */
class SessionPropertiesTest {
    @Property(tries = 500)
    void aSessionHasAtMostOneActiveTokenAndOnceOverStaysOver(@ForAll("steps") List<Step> steps) {
        var identity = new IdentityFixture();
        identity.actor("ada", Role.STUDENT);
        var secrets = new ArrayList<String>();
        secrets.add(identity.login("ada@example.org", PASSWORD.value()).refreshToken());
        boolean over = false;
        for (var step : steps) {
            identity.now = identity.now.plus(step.pause());
            var secret = secrets.get(step.token() % secrets.size());
            var presented = stored(identity, secret);
            var verdict = presented.verdict(identity.refreshTokens.findActive(presented.familyId()), identity.now);
            if (step.logout()) {
                identity.sessions.logout(secret);
                over = true;
            } else {
                var next = refresh(identity, secret);
                assertThat(next.isPresent()).isEqualTo(verdict == Verdict.ROTATE || verdict == Verdict.RETRY);
                over |= verdict == Verdict.STOLEN;
                if (verdict == Verdict.RETRY) {
                    assertThat(next).contains(secrets.getLast());
                } else {
                    next.ifPresent(secrets::add);
                }
            }
            var active = identity.refreshTokens.all().stream()
                    .filter(token -> token.state().status() == RefreshTokenStatus.ACTIVE)
                    .toList();
            assertThat(active).hasSize(over ? 0 : 1);
            if (!over) {
                assertThat(active.getFirst()).isEqualTo(stored(identity, secrets.getLast()));
            }
        }
    }

    @Property(tries = 200)
    void aClientThatLosesAnswersKeepsItsSession(@ForAll List<Boolean> lost) {
        var identity = new IdentityFixture();
        identity.actor("ada", Role.STUDENT);
        var held = identity.login("ada@example.org", PASSWORD.value()).refreshToken();
        for (boolean isLost : lost) {
            identity.now = identity.now.plus(Duration.ofMinutes(40));
            var answer = refresh(identity, held).orElseThrow();
            held = isLost ? held : answer;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var pauses = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 20).map(Duration::ofSeconds)),
                Tuple.of(2, Arbitraries.integers().between(25, 40).map(Duration::ofSeconds)),
                Tuple.of(1, Arbitraries.integers().between(1, 12).map(Duration::ofDays)));
        var logouts = Arbitraries.integers().between(0, 30).map(number -> number == 0);
        return Combinators.combine(pauses, Arbitraries.integers().between(0, 50), logouts)
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private static RefreshToken stored(IdentityFixture identity, String secret) {
        return identity.refreshTokens.findByHash(Fingerprint.ofSecret(secret)).orElseThrow();
    }

    private static Optional<String> refresh(IdentityFixture identity, String secret) {
        try {
            return Optional.of(identity.sessions.refresh(secret, CLIENT).refreshToken());
        } catch (DomainException refusal) {
            assertThat(refusal.type()).isEqualTo(IdentityProblem.SESSION_ENDED);
            return Optional.empty();
        }
    }

    /**
     * Step of a sequence.
     *
     * @param token index of the presented token among those issued so far
     */
    record Step(Duration pause, int token, boolean logout) {}
}
