// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static dev.ashlar.identity.domain.RefreshToken.MAX_AGE;
import static dev.ashlar.identity.domain.RefreshToken.MAX_IDLE;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.OVER;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.RETRY;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.ROTATE;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.STOLEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.testing.GeneratedDocs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    private final IdSource ids = IdSource.timeOrdered();
    private final InMemoryRefreshTokens tokens = new InMemoryRefreshTokens();
    private final RefreshToken token = RefreshToken.open(
            new RefreshTokenId(ids.next()), new SessionId(ids.next()), People.newId(), "hash", CLIENT, NOW);

    @Test
    void hasItsLifecycleDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("identity.md", "refresh-token-lifecycle", RefreshTokenStatus.LIFECYCLE);
    }

    @Test
    void anActiveTokenIsRotatedUntilItExpires() {
        tokens.insert(token);
        assertThat(verdict("hash", NOW)).isEqualTo(ROTATE);
        assertThat(verdict("hash", NOW.plus(MAX_IDLE).minusMillis(1))).isEqualTo(ROTATE);
        assertThat(verdict("hash", NOW.plus(MAX_IDLE))).isEqualTo(OVER);
    }

    @Test
    void aUsedTokenIsARetryUntilItsSuccessorIsUsedAndStolenAfterIt() {
        tokens.insert(token);
        var next = rotated(token, "next", NOW);
        assertThat(verdict("hash", NOW)).isEqualTo(RETRY);
        assertThat(verdict("hash", NOW.plus(MAX_IDLE).minusMillis(1))).isEqualTo(RETRY);
        assertThat(verdict("hash", NOW.plus(MAX_IDLE))).isEqualTo(OVER);
        rotated(next, "after next", NOW.plusSeconds(1));
        assertThat(verdict("hash", NOW.plusSeconds(1))).isEqualTo(STOLEN);
        assertThat(verdict("next", NOW.plusSeconds(1))).isEqualTo(RETRY);
    }

    @Test
    void everyTokenOfARevokedSessionIsOver() {
        tokens.insert(token);
        rotated(token, "next", NOW);
        tokens.revoke(token.userId(), token.familyId(), NOW);
        assertThat(verdict("hash", NOW)).isEqualTo(OVER);
        assertThat(verdict("next", NOW)).isEqualTo(OVER);
    }

    @Test
    void aSuccessorsSecretFollowsFromBothItsPredecessorsAndItsId() {
        var id = new RefreshTokenId(ids.next());
        assertThat(RefreshToken.secretAfter("secret", id))
                .isEqualTo(RefreshToken.secretAfter("secret", id))
                .isNotEqualTo(RefreshToken.secretAfter("another", id))
                .isNotEqualTo(RefreshToken.secretAfter("secret", new RefreshTokenId(ids.next())))
                .hasSizeLessThanOrEqualTo(SecretSource.MAX_LENGTH);
    }

    @Test
    void aSessionEndsAfterItsGreatestAgeHoweverOftenItIsRefreshed() {
        var last = token;
        for (int days = 7; days < 90; days += 7) {
            last = last.successor(new RefreshTokenId(ids.next()), "hash", CLIENT, NOW.plus(Duration.ofDays(days)));
        }
        assertThat(last.expiresAt()).isEqualTo(NOW.plus(MAX_AGE));
    }

    private RefreshToken.Verdict verdict(String hash, Instant now) {
        return tokens.findByHash(hash).orElseThrow().verdict(tokens.findActive(token.familyId()), now);
    }

    private RefreshToken rotated(RefreshToken used, String hash, Instant now) {
        var next = used.successor(new RefreshTokenId(ids.next()), hash, CLIENT, now);
        assertThat(tokens.rotate(used.id(), next.id(), now)).isTrue();
        tokens.insert(next);
        return next;
    }

    @Test
    void aSuccessorStaysInTheSession() {
        var later = NOW.plusSeconds(1);
        var next = token.successor(new RefreshTokenId(ids.next()), "next", new Client(null, null), later);
        assertThat(next.familyId()).isEqualTo(token.familyId());
        assertThat(next.userId()).isEqualTo(token.userId());
        assertThat(next.session().startedAt()).isEqualTo(NOW);
        assertThat(next.createdAt()).isEqualTo(later);
        assertThat(next.expiresAt()).isEqualTo(later.plus(MAX_IDLE));
        assertThat(next.client().ip()).isNull();
    }

    @Test
    void cutsTheClientsDescriptionToSize() {
        var client = new Client("1".repeat(100), "x".repeat(1000));
        assertThat(client.ip()).hasSize(64);
        assertThat(client.userAgent()).hasSize(300);
    }
}
