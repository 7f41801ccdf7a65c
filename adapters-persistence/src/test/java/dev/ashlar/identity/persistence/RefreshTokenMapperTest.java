// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshTokenId;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.RefreshTokensContract;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper RefreshTokenMapper.revokeSurplus owner", test = "endsTheSessionsThatWereRefreshedLeastRecently")
@Kills(mutant = "mapper RefreshTokenMapper.revokeOthers owner", test = "endsAllSessionsOfAUserButOne")
@Kills(mutant = "mapper RefreshTokenMapper.revoke owner", test = "endsOneSessionOfItsUser")
class RefreshTokenMapperTest extends RefreshTokensContract {
    private static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    private final IdSource ids = IdSource.timeOrdered();

    @Autowired
    private RefreshTokenMapper tokens;

    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected RefreshTokens tokens() {
        return tokens;
    }

    @Override
    protected User person(String name) {
        var user = People.student(name);
        users.insert(user, People.PASSWORD_HASH);
        return user;
    }

    @Test
    void writesEachColumn() {
        var token = token("secret");
        tokens.insert(token);
        assertThat(jdbc.sql("SELECT * FROM identity.refresh_tokens WHERE id = ?")
                        .param(token.id().value())
                        .query()
                        .singleRow())
                .containsEntry("family_id", token.familyId().value())
                .containsEntry("user_id", token.userId().value())
                .containsEntry("token_hash", Fingerprint.ofSecret("secret"))
                .containsEntry("status", "active")
                .containsEntry("replaced_by", null)
                .containsEntry("session_started_at", Timestamp.from(NOW))
                .containsEntry("rotated_at", null)
                .containsEntry("expires_at", Timestamp.from(NOW.plus(RefreshToken.MAX_IDLE)))
                .containsEntry("user_agent", "Browser/1.0")
                .containsEntry("ip", "192.0.2.7")
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .hasSize(13);
    }

    @Test
    void refusesASecondActiveTokenOfAFamily() {
        var token = token("secret");
        tokens.insert(token);
        var twin = token.successor(new RefreshTokenId(ids.next()), Fingerprint.ofSecret("twin"), CLIENT, NOW);
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> tokens.insert(twin))
                .withMessageContaining("uq_refresh_tokens_active");
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "-80, 11"})
    void refusesATokenThatOutlivesItsSession(int startedDays, int expiresDays) {
        var token = token("secret");
        tokens.insert(token);
        assertThatException()
                .isThrownBy(() -> jdbc.sql("""
                                UPDATE identity.refresh_tokens
                                SET session_started_at = created_at + make_interval(days => ?),
                                    expires_at = created_at + make_interval(days => ?)
                                """).params(startedDays, expiresDays).update())
                .withStackTraceContaining("chk_refresh_tokens_expires_at");
    }

    private RefreshToken token(String secret) {
        return RefreshToken.open(
                new RefreshTokenId(ids.next()),
                new SessionId(ids.next()),
                person("ada").id(),
                Fingerprint.ofSecret(secret),
                CLIENT,
                NOW);
    }
}
