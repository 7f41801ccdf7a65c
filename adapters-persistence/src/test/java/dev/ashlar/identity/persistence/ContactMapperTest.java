// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.Contact;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class ContactMapperTest {
    private final ContactMapper contacts;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;

    @Autowired
    ContactMapperTest(
            ContactMapper contacts,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @Test
    void findsTheContactOfAnActiveUser() {
        var head = account("head", Role.SALES);
        var user = account("lead", Role.STUDENT);
        psql.sql("UPDATE identity.users SET sales_head_id = ?, phone_number = '030 123456' WHERE id = ?")
                .params(head.value(), user.value())
                .update();

        var contact = read(() -> contacts.contact(user).orElseThrow());

        assertThat(contact.salesHeadId()).isEqualTo(head);
        assertThat(contact.phoneNumber()).isEqualTo("030 123456");
        assertThat(contact.verifiedEmail())
                .isEqualToIgnoringCase(People.registration("lead").email());
        assertThat(read(() -> contacts.contact(head)).map(Contact::salesHeadId)).isEmpty();
        assertThat(read(() -> contacts.contacts(List.of(user, new UserId(UUID.randomUUID())))))
                .containsExactly(contact);
        deactivate(head);
        assertThat(read(() -> contacts.contact(user)).map(Contact::salesHeadId)).isEmpty();
        deactivate(user);
        assertThat(read(() -> contacts.contacts(List.of(user)))).isEmpty();
        assertThat(read(() -> contacts.contact(user))).isEmpty();
        assertThat(read(() -> contacts.contact(new UserId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void doesNotTellAnAddressThatIsNotVerified() {
        var user = account("stranger", Role.STUDENT);
        psql.sql("UPDATE identity.users SET email_verified_at = NULL WHERE id = ?")
                .param(user.value())
                .update();

        assertThat(read(() -> contacts.contact(user))).get().satisfies(contact -> {
            assertThat(contact.verifiedEmail()).isNull();
            assertThat(contact.firstName()).isEqualTo("First stranger");
        });
    }

    @Test
    void noAdministratorIsInChargeOfAUser() {
        var user = member("led", account("chief", Role.ADMIN), Role.STUDENT);

        assertThat(read(() -> contacts.contact(user)).map(Contact::salesHeadId)).isEmpty();
    }

    @Test
    void findsActiveSalesPeople() {
        var sales = account("sales", Role.SALES);
        var gone = account("gone", Role.SALES);
        var student = account("student", Role.STUDENT);
        deactivate(gone);

        assertThat(read(() -> contacts.salesPeople(List.of(sales, gone, student, new UserId(UUID.randomUUID())))))
                .containsExactly(sales);
        assertThat(read(() -> contacts.salesPeople(List.of()))).isEmpty();
    }

    @Test
    void listsTheActiveMembersOfTeams() {
        var one = account("one", Role.SALES);
        var other = account("other", Role.SALES);
        var first = member("first", one, Role.SALES);
        var second = member("second", other, Role.SALES);
        member("applicant", one, Role.STUDENT);
        deactivate(member("former", one, Role.SALES));

        assertThat(read(() -> contacts.membersOf(List.of(one, other), 10))).containsExactly(first, second);
        assertThat(read(() -> contacts.membersOf(List.of(one, other), 1))).containsExactly(first);
        assertThat(read(() -> contacts.membersOf(List.of(first), 10))).isEmpty();
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(transaction.execute(_ -> query.get()));
    }

    private UserId member(String name, UserId head, Role role) {
        var id = account(name, role);
        psql.sql("UPDATE identity.users SET sales_head_id = ? WHERE id = ?")
                .params(head.value(), id.value())
                .update();
        return id;
    }

    private UserId account(String name, Role role) {
        return accounts.create(People.registration(name), role, People.PASSWORD_HASH);
    }

    private void deactivate(UserId id) {
        psql.sql("UPDATE identity.users SET is_active = false WHERE id = ?")
                .param(id.value())
                .update();
    }
}
