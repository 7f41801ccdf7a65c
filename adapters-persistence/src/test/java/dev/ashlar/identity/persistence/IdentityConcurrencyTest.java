// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.persistence.TestPeople.CLIENT;
import static dev.ashlar.identity.persistence.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountMailWorkflow;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.RegistrationService;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.persistence.IdentityServices.CountingHasher;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Invariants under concurrent requests. Each test fails without the guard that it names. */
@PersistenceTest
@Import(IdentityServices.class)
class IdentityConcurrencyTest {
    private static final int CROWD = 32;

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private RegistrationService registrations;

    @Autowired
    private TestPeople people;

    @Autowired
    private PasswordResetService resets;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private AccountMailWorkflow mails;

    @Autowired
    private CountingHasher hasher;

    @Autowired
    private OneTimeTokenMapper oneTimeTokens;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ViolatedConstraints violated;

    @Autowired
    private JdbcClient jdbc;

    @Test // guard: uq_users_email
    void registersAnAddressOnce() {
        var outcomes = Together.run(
                CROWD,
                number -> () -> registrations.register(
                        registration(number % 2 == 0 ? "grace@example.org" : "GRACE@Example.org", "grace" + number),
                        hasher.hash(PASSWORD.value())));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .extracting(this::problem)
                .containsOnly(Optional.of(IdentityProblem.EMAIL_TAKEN));
        assertThat(count("SELECT count(*) FROM identity.users WHERE lower(email) = 'grace@example.org'"))
                .isEqualTo(1);
    }

    @Test // guard: AuthEvents.lock
    void comparesFiveWrongPasswordsAtMost() {
        var email = people.person(Role.STUDENT).email();
        hasher.comparisons.set(0);

        var outcomes =
                Together.run(CROWD, number -> () -> credentials.login(email, "wrong" + number, null, null, CLIENT));

        assertThat(hasher.comparisons).hasValue(5);
        assertThat(outcomes)
                .extracting(this::problem)
                .filteredOn(Optional.of(IdentityProblem.CREDENTIALS_INVALID)::equals)
                .hasSize(5);
        assertThat(outcomes)
                .extracting(this::problem)
                .filteredOn(Optional.of(IdentityProblem.LOGIN_LOCKED)::equals)
                .hasSize(CROWD - 5);
        assertThat(count("SELECT count(*) FROM identity.auth_events WHERE result = 'refused' AND action = 'login'"))
                .isEqualTo(CROWD - 5);
        assertThat(problem(Together.run(1, () -> credentials.login(email, PASSWORD.value(), null, null, CLIENT))
                        .getFirst()))
                .contains(IdentityProblem.LOGIN_LOCKED);
    }

    @Race(10) // guard: Users.lockStandings
    void twoAdministratorsCannotMakeACycle() {
        var one = people.person(Role.ADMIN).actor();
        var other = people.person(Role.ADMIN).actor();
        var a = people.person(Role.SALES).id();
        var b = people.person(Role.SALES).id();
        List<Callable<Object>> calls = List.of(() -> lead(one, a, b), () -> lead(other, b, a));

        var outcomes = Together.run(calls);

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .extracting(this::problem)
                .containsOnly(Optional.of(IdentityProblem.SALES_HEAD_CYCLE));
    }

    @Race(10) // guard: Users.lockStandings
    void twoAdministratorsCannotRemoveEachOther() {
        var one = people.person(Role.ADMIN).actor();
        var other = people.person(Role.ADMIN).actor();
        List<Callable<Object>> calls = List.of(
                () -> administration.deactivate(one, other.userId()),
                () -> administration.deactivate(other, one.userId()));
        assertThat(Together.run(calls)).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test // guard: AuthEvents.lock
    void requestsThreeResetMailsAtMost() {
        var ada = people.person(Role.STUDENT);

        var outcomes = Together.run(CROWD, number -> () -> {
            resets.request(ada.email(), CLIENT);
            return true;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count(
                        "SELECT count(*) FROM identity.one_time_tokens WHERE purpose = 'password_reset' AND user_id = ?",
                        ada.id()))
                .isEqualTo(3);
    }

    @Test // guard: consumed_at IS NULL in OneTimeTokens.consume
    void aResetTokenSetsOnePassword() {
        var ada = people.person(Role.STUDENT);
        resets.request(ada.email(), CLIENT);
        while (mails.sendDue() > 0) {}
        var token = people.mailedTo(ada);

        var outcomes = Together.run(8, number -> () -> {
            credentials.resetPassword(token, new NewPassword("password number " + number), CLIENT);
            return true;
        });

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .extracting(this::problem)
                .containsOnly(Optional.of(IdentityProblem.TOKEN_INVALID));
    }

    @Test // guard: FOR UPDATE SKIP LOCKED in OneTimeTokens.lockDue
    void skipsAMailThatAnotherTransactionHasLocked() {
        resets.request(people.person(Role.STUDENT).email(), CLIENT);
        var now = Instant.now();

        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            assertThat(oneTimeTokens.lockDue(TokenPurpose.PASSWORD_RESET, now, 5, 100))
                    .isNotEmpty();
            var another = new TransactionTemplate(transactions);
            another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            another.executeWithoutResult(skipping -> {
                jdbc.sql("SET LOCAL lock_timeout = '1s'").update(); // a statement that waits would wait for this thread
                assertThat(oneTimeTokens.lockDue(TokenPurpose.PASSWORD_RESET, now, 5, 100))
                        .isEmpty();
            });
        });
    }

    private boolean lead(Actor admin, UserId person, UserId head) {
        administration.edit(
                admin,
                person,
                versionOf(person),
                People.noEdit(),
                new Standing.Edit(Change.keep(), Change.keep(), Change.to(head)));
        return true;
    }

    private int versionOf(UserId id) {
        return jdbc.sql("SELECT version FROM identity.users WHERE id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private static Registration registration(String email, String username) {
        return Registration.of(email, username, "Grace", "Hopper", "mentor");
    }

    private int count(String sql, UserId... ids) {
        return jdbc.sql(sql)
                .params(Arrays.stream(ids).map(UserId::value).toList())
                .query(Integer.class)
                .single();
    }

    private Optional<ProblemType> problem(Outcome<?> outcome) {
        @Nullable Exception failure = outcome.failure();
        return switch (failure) {
            case DomainException refusal -> Optional.of(refusal.type());
            case DataAccessException failed -> violated.problemFor(failed);
            case null, default -> Optional.empty();
        };
    }
}
