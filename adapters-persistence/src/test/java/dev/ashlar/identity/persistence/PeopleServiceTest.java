// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.application.PeopleService;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Guarantees to other contexts about inactive accounts. */
@ServiceTest
class PeopleServiceTest {
    private final PeopleService people;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;

    @Autowired
    PeopleServiceTest(
            PeopleService people,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.people = people;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @Test
    void keepsAnInactiveAccountInactiveUntilTheTransactionEnds() {
        var gone = account("gone", false);

        transaction.executeWithoutResult(_ -> {
            assertThat(people.lockDeactivated(Set.of(gone))).containsExactly(gone);
            assertThat(canBeChanged(gone)).isFalse();
        });

        assertThat(canBeChanged(gone)).isTrue();
    }

    @Test
    void reportsNeitherActiveNorUnknownUsersAsDeactivated() {
        assertThat(people.lockDeactivated(Set.of(account("there", true), new UserId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void keepsTheRoleOfAnActiveAccountUntilTheTransactionEnds() {
        var there = account("student", true);

        transaction.executeWithoutResult(_ -> {
            assertThat(people.lockRole(there)).contains(Role.STUDENT);
            assertThat(canBeChanged(there)).isFalse();
        });

        assertThat(canBeChanged(there)).isTrue();
    }

    @Test
    void reportsNoRoleOfInactiveAndUnknownUsers() {
        assertThat(people.lockRole(account("former", false))).isEmpty();
        assertThat(people.lockRole(new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void listsDeletedAccountsAndNoDeactivatedOnes() {
        account("paused", false);
        account("still", true);
        var deleted = Stream.of("first", "second", "third")
                .map(name -> account(name, false))
                .toList();
        deleted.forEach(id -> psql.sql("UPDATE identity.users SET erased_at = now() WHERE id = ?")
                .param(id.value())
                .update());

        assertThat(people.deletedAfter(null)).isEqualTo(deleted);
        assertThat(people.deletedAfter(deleted.getFirst())).isEqualTo(deleted.subList(1, 3));
        assertThat(people.deletedAfter(deleted.getLast())).isEmpty();
    }

    private UserId account(String name, boolean active) {
        var id = accounts.create(People.registration(name), Role.STUDENT, People.PASSWORD_HASH);
        psql.sql("UPDATE identity.users SET is_active = ? WHERE id = ?")
                .params(active, id.value())
                .update();
        return id;
    }

    private boolean canBeChanged(UserId id) {
        return !psql.sql("SELECT id FROM identity.users WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED")
                .param(id.value())
                .query()
                .listOfRows()
                .isEmpty();
    }
}
