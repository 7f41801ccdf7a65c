// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.OneTimeTokensContract;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "index uq_one_time_tokens_open", test = "refusesASecondValidTokenOfOneUserAndPurpose")
class OneTimeTokenMapperTest extends OneTimeTokensContract {
    @Autowired
    private OneTimeTokenMapper tokens;

    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected OneTimeTokens tokens() {
        return tokens;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Test
    void writesEachColumn() {
        var token = asked(person("ada"), TokenPurpose.PASSWORD_RESET);
        tokens.arm(List.of(token.id()), List.of(Fingerprint.ofSecret("s")), NOW.plusSeconds(9), NOW, 60);
        tokens.markSent(List.of(token.id()), NOW.plusSeconds(1));
        tokens.withdraw(token.userId(), TokenPurpose.PASSWORD_RESET, NOW.plusSeconds(2));
        assertThat(jdbc.sql("SELECT * FROM identity.one_time_tokens WHERE id = ?")
                        .param(token.id().value())
                        .query()
                        .singleRow())
                .containsEntry("user_id", token.userId().value())
                .containsEntry("purpose", "password_reset")
                .containsEntry("recipient", "ada@example.org")
                .containsEntry("token_hash", Fingerprint.ofSecret("s"))
                .containsEntry("expires_at", Timestamp.from(NOW.plusSeconds(9)))
                .containsEntry("consumed_at", Timestamp.from(NOW.plusSeconds(2)))
                .containsEntry("sent_at", Timestamp.from(NOW.plusSeconds(1)))
                .containsEntry("attempts", 1)
                .containsEntry("next_attempt_at", Timestamp.from(NOW.plusSeconds(60)))
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW.plusSeconds(2)))
                .hasSize(12);
    }

    @Test
    void refusesASecondValidTokenOfOneUserAndPurpose() {
        var ada = person("ada");
        asked(ada, TokenPurpose.PASSWORD_RESET);
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> asked(ada, TokenPurpose.PASSWORD_RESET))
                .withMessageContaining("uq_one_time_tokens_open");
    }
}
