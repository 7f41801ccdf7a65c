package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static dev.ashlar.identity.domain.RefreshToken.GRACE;
import static dev.ashlar.identity.domain.RefreshToken.LIFETIME;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.OVER;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.RETRIED;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.ROTATE;
import static dev.ashlar.identity.domain.RefreshToken.Verdict.STOLEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.testing.GeneratedDocs;
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
        assertThat(token.verdict(NOW)).isEqualTo(ROTATE);
        assertThat(token.verdict(NOW.plus(LIFETIME).minusMillis(1))).isEqualTo(ROTATE);
        assertThat(token.verdict(NOW.plus(LIFETIME))).isEqualTo(OVER);
    }

    @Test
    void aUsedTokenIsARetryWithinTheGraceAndStolenAfterIt() {
        tokens.insert(token);
        tokens.rotate(token.id(), new RefreshTokenId(ids.next()), NOW);
        var used = tokens.findByHash("hash").orElseThrow();
        assertThat(used.verdict(NOW.plus(GRACE))).isEqualTo(RETRIED);
        assertThat(used.verdict(NOW.plus(GRACE).plusMillis(1))).isEqualTo(STOLEN);
        assertThat(used.verdict(NOW.plus(LIFETIME))).isEqualTo(OVER);
    }

    @Test
    void aRevokedTokenIsOver() {
        tokens.insert(token);
        tokens.revoke(token.userId(), token.familyId(), NOW);
        assertThat(tokens.findByHash("hash").orElseThrow().verdict(NOW)).isEqualTo(OVER);
    }

    @Test
    void aSuccessorStaysInTheSession() {
        var later = NOW.plusSeconds(1);
        var next = token.successor(new RefreshTokenId(ids.next()), "next", new Client(null, null), later);
        assertThat(next.familyId()).isEqualTo(token.familyId());
        assertThat(next.userId()).isEqualTo(token.userId());
        assertThat(next.session().startedAt()).isEqualTo(NOW);
        assertThat(next.createdAt()).isEqualTo(later);
        assertThat(next.expiresAt()).isEqualTo(later.plus(LIFETIME));
        assertThat(next.client().ip()).isNull();
    }

    @Test
    void cutsTheClientsDescriptionToSize() {
        var client = new Client("1".repeat(100), "x".repeat(1000));
        assertThat(client.ip()).hasSize(64);
        assertThat(client.userAgent()).hasSize(300);
    }
}
