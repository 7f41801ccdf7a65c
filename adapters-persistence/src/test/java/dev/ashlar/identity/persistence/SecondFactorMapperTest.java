// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.SecondFactorsContract;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class SecondFactorMapperTest extends SecondFactorsContract {
    @Autowired
    private SecondFactorMapper factors;

    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected SecondFactors factors() {
        return factors;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Test
    void writesEachColumn() {
        var bob = People.student("bob");
        users.insert(bob, People.PASSWORD_HASH);
        var code = Fingerprint.ofSecret("code");
        factors.begin(bob.id(), "a sealed secret of some length", NOW);
        factors.confirm(bob.id(), 7, List.of(code), NOW.plusSeconds(1));
        factors.fail(bob.id(), 2, NOW.plusSeconds(2));
        var row = jdbc.sql("SELECT * FROM identity.second_factors WHERE user_id = ?")
                .param(bob.id().value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("secret", "a sealed secret of some length")
                .containsEntry("confirmed_at", Timestamp.from(NOW.plusSeconds(1)))
                .containsEntry("last_step", 7L)
                .containsEntry("failures", 2)
                .containsEntry("failed_at", Timestamp.from(NOW.plusSeconds(2)))
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW.plusSeconds(2)))
                .hasSize(9);
        assertThat(row.get("recovery_codes")).hasToString("{" + code + "}");
    }
}
