// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changesets that give accounts their names which were erased under names that anybody could register. */
@ServiceTest
class RenamedErasedUsersTest {
    private final AccountSeeds accounts;
    private final Users users;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;

    @Autowired
    RenamedErasedUsersTest(
            AccountSeeds accounts,
            Users users,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.accounts = accounts;
        this.users = users;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @Test
    void areAsIfTheyWereErasedNow() throws IOException {
        var erased = account("gone");
        var kept = account("there");
        var digits = erased.value().toString().replace("-", "");
        var name = "deleted-" + digits.substring(12);
        psql.sql("""
                        UPDATE identity.users
                        SET email = :digits || '@deleted.invalid', username = :name, email_verified_at = NULL,
                          is_active = FALSE, erased_at = now()
                        WHERE id = :id""")
                .param("digits", digits)
                .param("name", name)
                .param("id", erased.value())
                .update();
        psql.sql("UPDATE publishing.people SET username = ?, display_name = 'Deleted user' WHERE user_id = ?")
                .params(name, erased.value())
                .update();

        run("identity/014-rename-erased-users.sql");
        run("publishing/011-rename-erased-people.sql");

        assertThat(find(erased)).get().satisfies(user -> {
            assertThat(user.isErased()).isTrue();
            assertThat(user.version()).isEqualTo(2);
        });
        assertThat(find(kept)).get().satisfies(user -> {
            assertThat(user.login().username()).isEqualTo("there");
            assertThat(user.version()).isEqualTo(1);
        });
        assertThat(psql.sql("""
                        SELECT u.id
                        FROM identity.users u
                        JOIN publishing.people p ON p.user_id = u.id
                        WHERE p.username <> u.username""").query().listOfRows()).isEmpty();
    }

    private Optional<User> find(UserId id) {
        return Objects.requireNonNull(transaction.execute(_ -> users.find(id)));
    }

    private UserId account(String name) {
        return accounts.create(People.registration(name), Role.STUDENT, People.PASSWORD_HASH);
    }

    private void run(String changelog) throws IOException {
        psql.sql(new ClassPathResource("db/changelog/" + changelog).getContentAsString(StandardCharsets.UTF_8))
                .update();
    }
}
