// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Contract of {@link RefreshTokens}. */
public abstract class RefreshTokensContract {
    private static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    private static final Instant LATER = NOW.plusSeconds(5);
    private final IdSource ids = IdSource.timeOrdered();

    protected abstract RefreshTokens tokens();

    /** Returns a stored user without sessions. */
    protected abstract User person(String name);

    @Test
    void findsAnInsertedToken() {
        var token = opened(person("ada"));
        assertThat(tokens().findByHash(token.tokenHash()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(token);
        assertThat(tokens().findActive(token.familyId())).contains(token);
        assertThat(tokens().findByHash(Fingerprint.ofSecret("unknown"))).isEmpty();
        assertThat(tokens().findActive(new SessionId(ids.next()))).isEmpty();
    }

    @Test
    void findsATokenOfAnUnknownClient() {
        var first = opened(person("ada"));
        var next = first.successor(newId(), Fingerprint.ofSecret("next"), new Client(null, null), LATER);
        assertThat(tokens().rotate(first.id(), next.id(), LATER)).isTrue();
        tokens().insert(next);
        assertThat(tokens().findByHash(next.tokenHash()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(next);
    }

    @Test
    void endsTheSessionsThatWereRefreshedLeastRecently() {
        var ada = person("ada");
        var refreshed = opened(ada);
        var idle = opened(ada);
        var ended = opened(ada);
        tokens().revoke(ada.id(), ended.familyId(), NOW);
        var bob = opened(person("bob"));
        var next = refreshed.successor(newId(), Fingerprint.ofSecret("next"), CLIENT, LATER);
        tokens().rotate(refreshed.id(), next.id(), LATER);
        tokens().insert(next);

        tokens().revokeSurplus(ada.id(), 2, LATER);
        assertThat(tokens().findActive(idle.familyId())).isPresent();
        tokens().revokeSurplus(ada.id(), 1, LATER);

        assertThat(tokens().findActive(idle.familyId())).isEmpty();
        assertThat(tokens().findActive(next.familyId())).contains(next);
        assertThat(tokens().findActive(bob.familyId())).isPresent();
    }

    @Test
    void rotatesAnActiveTokenOnce() {
        var first = opened(person("ada"));
        var next = first.successor(newId(), Fingerprint.ofSecret("next"), CLIENT, LATER);

        assertThat(tokens().rotate(first.id(), next.id(), LATER)).isTrue();
        tokens().insert(next);
        assertThat(tokens().rotate(first.id(), newId(), LATER)).isFalse();

        assertThat(tokens().findActive(first.familyId())).contains(next);
        var used = tokens().findByHash(first.tokenHash()).orElseThrow();
        assertThat(used.state().status()).isEqualTo(RefreshTokenStatus.ROTATED);
        assertThat(used.state().replacedBy()).isEqualTo(next.id());
        assertThat(used.state().rotatedAt()).isEqualTo(LATER);
        assertThat(used.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void endsOneSessionOfItsUser() {
        var ada = person("ada");
        var one = opened(ada);
        var other = opened(ada);
        assertThat(tokens().revoke(person("bob").id(), one.familyId(), LATER)).isFalse();
        assertThat(tokens().revoke(ada.id(), one.familyId(), LATER)).isTrue();
        assertThat(tokens().revoke(ada.id(), one.familyId(), LATER)).isFalse();
        assertThat(statusOf(one)).isEqualTo(RefreshTokenStatus.REVOKED);
        assertThat(statusOf(other)).isEqualTo(RefreshTokenStatus.ACTIVE);
    }

    @Test
    void endsAllSessionsOfOneUser() {
        var ada = person("ada");
        var one = opened(ada);
        var two = opened(ada);
        var bobs = opened(person("bob"));
        tokens().revokeAll(ada.id(), LATER);
        assertThat(statusOf(one)).isEqualTo(RefreshTokenStatus.REVOKED);
        assertThat(statusOf(two)).isEqualTo(RefreshTokenStatus.REVOKED);
        assertThat(statusOf(bobs)).isEqualTo(RefreshTokenStatus.ACTIVE);
    }

    @Test
    void endsAllSessionsOfAUserButOne() {
        var ada = person("ada");
        var kept = opened(ada);
        var other = opened(ada);
        var bobs = opened(person("bob"));
        tokens().revokeOthers(ada.id(), kept.familyId(), LATER);
        assertThat(statusOf(kept)).isEqualTo(RefreshTokenStatus.ACTIVE);
        assertThat(statusOf(other)).isEqualTo(RefreshTokenStatus.REVOKED);
        assertThat(statusOf(bobs)).isEqualTo(RefreshTokenStatus.ACTIVE);
    }

    @Test
    void deletesExpiredTokensInBatches() {
        var ada = person("ada");
        opened(ada);
        opened(ada);
        opened(ada);
        assertThat(tokens().deleteExpiredBefore(NOW.plus(RefreshToken.MAX_IDLE), 2))
                .isZero();
        var bound = NOW.plus(RefreshToken.MAX_IDLE).plusMillis(1);
        assertThat(tokens().deleteExpiredBefore(bound, 2)).isEqualTo(2);
        assertThat(tokens().deleteExpiredBefore(bound, 2)).isEqualTo(1);
    }

    private RefreshToken opened(User user) {
        var token = RefreshToken.open(
                newId(),
                new SessionId(ids.next()),
                user.id(),
                Fingerprint.ofSecret(ids.next().toString()),
                CLIENT,
                NOW);
        tokens().insert(token);
        return token;
    }

    private RefreshTokenStatus statusOf(RefreshToken token) {
        return tokens().findByHash(token.tokenHash()).orElseThrow().state().status();
    }

    private RefreshTokenId newId() {
        return new RefreshTokenId(ids.next());
    }
}
