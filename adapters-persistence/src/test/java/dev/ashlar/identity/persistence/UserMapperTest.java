// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static dev.ashlar.identity.domain.People.PASSWORD_HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.identity.domain.UsersContract;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Date;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class UserMapperTest extends UsersContract {
    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ViolatedConstraints violated;

    @Override
    protected Users users() {
        return users;
    }

    @Test
    void writesEachColumn() {
        var ada = stored(People.student("ada"));
        var row = jdbc.sql("SELECT * FROM identity.users WHERE id = ?")
                .param(ada.id().value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("email", "ada@example.org")
                .containsEntry("username", "ada")
                .containsEntry("password_hash", PASSWORD_HASH)
                .containsEntry("first_name", "First ada")
                .containsEntry("last_name", "Last ada")
                .containsEntry("phone_number", "+49 30 901820")
                .containsEntry("birth_date", Date.valueOf("1990-05-17"))
                .containsEntry("role", "student")
                .containsEntry("stage", "lead")
                .containsEntry("sales_head_id", null)
                .containsEntry("is_active", true)
                .containsEntry("email_verified_at", null)
                .containsEntry("pending_email", null)
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .containsEntry("version", 0)
                .containsEntry("erased_at", null)
                .hasSize(19);
        assertThat(row.get("metadata")).hasToString("{\"registeredOn\": \"mentor\"}");
    }

    @Test
    void refusesATakenEmailAddressWhateverItsCase() {
        stored(People.student("ada"));
        var twin = Registration.of("ADA@EXAMPLE.org", "other", "Ada", "Twin", "mentor");
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> stored(User.register(People.newId(), twin, NOW)))
                .satisfies(failure -> assertThat(violated.problemFor(failure)).contains(IdentityProblem.EMAIL_TAKEN));
    }

    @Test
    void refusesATakenUsernameWhateverItsCase() {
        stored(People.student("ada"));
        var twin = Registration.of("other@example.org", "ADA", "Ada", "Twin", "mentor");
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> stored(User.register(People.newId(), twin, NOW)))
                .satisfies(
                        failure -> assertThat(violated.problemFor(failure)).contains(IdentityProblem.USERNAME_TAKEN));
    }

    @Test
    void refusesToConfirmAnAddressThatAnotherAccountHasTakenSince() {
        var ada = stored(People.student("ada"));
        users.editLogin(ada.with(new Login.Edit(Change.to("bob@example.org"), Change.keep()), NOW), 0);
        stored(People.student("bob"));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> users.confirmEmail(ada.id(), LATER))
                .satisfies(failure -> assertThat(violated.problemFor(failure)).contains(IdentityProblem.EMAIL_TAKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "username", "pending_email"})
    void refusesNamesThatAreNotAscii(String column) {
        stored(People.student("ada"));
        assertThatException()
                .isThrownBy(() -> jdbc.sql("UPDATE identity.users SET " + column + " = ?")
                        .param("\u0130da@example.org")
                        .update())
                .withStackTraceContaining("chk_users_" + column);
    }

    @Test
    void comparesNamesAlikeInEveryLocale() {
        stored(People.student("ada"));
        assertThat(jdbc.sql("SELECT collation_name FROM information_schema.columns WHERE table_schema = 'identity'"
                                + " AND table_name = 'users' AND column_name IN ('email', 'username', 'pending_email')")
                        .query(String.class)
                        .list())
                .containsExactly("C", "C", "C");
    }

    @Test
    void anEditKeepsTheLoginAndThePassword() {
        var ada = stored(People.student("ada"));
        users.confirmEmail(ada.id(), NOW);
        var edit = new Person.Edit(Change.to("Augusta"), Change.keep(), Change.keep(), Change.keep());
        assertThat(users.edit(ada.with(edit, LATER), 1)).isTrue();
        assertThat(users.find(ada.id()))
                .hasValueSatisfying(
                        stored -> assertThat(stored.login().emailVerifiedAt()).isEqualTo(NOW));
        assertThat(users.credentials(Spelling.key(ada.email())))
                .hasValueSatisfying(stored -> assertThat(stored.passwordHash()).isEqualTo(PASSWORD_HASH));
    }

    @Test
    void locksStandingsWithinTheTransaction() {
        users.lockStandings();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
