// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.application.PeopleService;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Guarantees to other contexts about inactive accounts. */
@ServiceTest
class PeopleServiceTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

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
    void listsDeletionsInTheirOrderAndNoDeactivatedAccounts() {
        account("paused", false);
        account("still", true);
        var later = deleted("first", NOON.plusSeconds(1));
        var earlier = deleted("second", NOON);
        var next = deleted("third", NOON);

        assertThat(people.deletionsAfter(Deletion.since(NOON))).containsExactly(earlier, next, later);
        assertThat(people.deletionsAfter(earlier)).containsExactly(next, later);
        assertThat(people.deletionsAfter(Deletion.since(NOON.plusSeconds(1)))).containsExactly(later);
        assertThat(people.deletionsAfter(later)).isEmpty();
    }

    private Deletion deleted(String name, Instant at) {
        var id = account(name, false);
        psql.sql("UPDATE identity.users SET erased_at = ? WHERE id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update();
        return new Deletion(id, at);
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
