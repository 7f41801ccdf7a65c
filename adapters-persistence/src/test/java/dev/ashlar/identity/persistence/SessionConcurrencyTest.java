// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.persistence.TestPeople.CLIENT;
import static dev.ashlar.identity.persistence.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountMailWorkflow;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.persistence.IdentityServices.CountingHasher;
import dev.ashlar.identity.persistence.TestPeople.Person;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions under concurrent requests. Each test fails without the guard that it names. */
@PersistenceTest
@Import(IdentityServices.class)
class SessionConcurrencyTest {
    private static final int CROWD = 32;

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private TestPeople people;

    @Autowired
    private SessionService sessions;

    @Autowired
    private PasswordResetService resets;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private AccountMailWorkflow mails;

    @Autowired
    private CountingHasher hasher;

    @Autowired
    private JdbcClient jdbc;

    @Test // guards: Users.lock, uq_refresh_tokens_active
    void concurrentRefreshesGetTheSameSuccessorWhichWorksForAll() {
        var ada = people.person(Role.STUDENT);
        var token = login(ada).refreshToken();

        for (int round = 0; round < 3; round++) {
            var presented = token;
            var outcomes = Together.run(CROWD, number -> () -> sessions.refresh(presented, CLIENT));

            assertThat(outcomes).allMatch(Outcome::succeeded);
            assertThat(outcomes)
                    .extracting(outcome -> outcome.value().refreshToken())
                    .containsOnly(outcomes.getFirst().value().refreshToken())
                    .doesNotContain(presented);
            assertThat(activeTokens(ada.id())).isEqualTo(1);
            token = outcomes.getFirst().value().refreshToken();
        }
        assertThat(sessions.refresh(token, CLIENT)).isNotNull();
    }

    @Race(10) // guard: Users.lock, under which the successor is judged
    void aRetryAndTheFirstUseOfTheSuccessorLeaveASessionOrNone() {
        var ada = people.person(Role.STUDENT);
        var first = login(ada).refreshToken();
        var second = sessions.refresh(first, CLIENT).refreshToken();
        List<Callable<IssuedTokens>> calls =
                List.of(() -> sessions.refresh(first, CLIENT), () -> sessions.refresh(second, CLIENT));

        var outcomes = Together.run(calls);

        assertThat(outcomes.getLast().succeeded()).isTrue();
        assertThat(activeTokens(ada.id())).isEqualTo(outcomes.getFirst().succeeded() ? 1 : 0);
    }

    @Race(10) // guard: Users.lock and the check of the credentials under it
    void noChangeOfAThiefOutlivesAReset() {
        var ada = people.person(Role.STUDENT);
        login(ada);
        var thief = sessionOf(ada);
        resets.request(ada.email(), CLIENT);
        while (mails.sendDue() > 0) {}
        var token = people.mailedTo(ada);
        List<Callable<Object>> calls = List.of(
                () -> {
                    credentials.resetPassword(token, new NewPassword("the owner's password"), CLIENT);
                    return true;
                },
                () -> {
                    credentials.changePassword(
                            ada.actor(), thief, PASSWORD.value(), new NewPassword("a thief's password"), CLIENT);
                    return true;
                },
                () -> credentials.changeEmail(ada.actor(), thief, PASSWORD.value(), "thief@example.org", CLIENT));

        var outcomes = Together.run(calls);

        if (outcomes.getFirst().succeeded()) {
            assertThat(activeTokens(ada.id())).isZero();
            assertThat(credentials.login(ada.email(), "the owner's password", null, null, CLIENT))
                    .isNotNull();
            assertThat(count(
                            "SELECT count(*) FROM identity.users WHERE pending_email IS NOT NULL AND id = ?", ada.id()))
                    .isZero();
        } else {
            assertThat(problem(outcomes.getFirst())).contains(IdentityProblem.TOKEN_INVALID);
            assertThat(outcomes.get(1).succeeded()).isTrue();
        }
    }

    @Race(10) // guard: Users.lock
    void noSessionSlipsPastADeactivation() {
        var admin = people.person(Role.ADMIN).actor();
        var ada = people.person(Role.STUDENT);
        var token = login(ada).refreshToken();
        List<Callable<Object>> calls = List.of(
                () -> administration.deactivate(admin, ada.id()),
                () -> sessions.refresh(token, CLIENT),
                () -> login(ada),
                () -> sessions.refresh(token, CLIENT),
                () -> login(ada));

        var outcomes = Together.run(calls);

        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(outcomes)
                .allMatch(outcome -> outcome.succeeded() || problem(outcome).isPresent());
        assertThat(activeTokens(ada.id())).isZero();
    }

    @Test // guard: AuthEvents.lock
    void comparesFiveWrongCurrentPasswordsAtMost() {
        var ada = people.person(Role.STUDENT);
        login(ada);
        var current = sessionOf(ada);
        hasher.comparisons.set(0);

        var outcomes = Together.run(
                CROWD,
                number -> () -> credentials.changeEmail(
                        ada.actor(), current, "a guess", "thief" + number + "@example.org", CLIENT));

        assertThat(hasher.comparisons).hasValue(5);
        assertThat(outcomes)
                .extracting(SessionConcurrencyTest::problem)
                .filteredOn(Optional.of(IdentityProblem.LOGIN_LOCKED)::equals)
                .hasSize(CROWD - 5);
    }

    private IssuedTokens login(Person person) {
        return credentials.login(person.email(), PASSWORD.value(), null, null, CLIENT);
    }

    private SessionId sessionOf(Person person) {
        return new SessionId(jdbc.sql("SELECT family_id FROM identity.refresh_tokens WHERE user_id = ?")
                .param(person.id().value())
                .query(UUID.class)
                .single());
    }

    private int activeTokens(UserId userId) {
        return count("SELECT count(*) FROM identity.refresh_tokens WHERE status = 'active' AND user_id = ?", userId);
    }

    private int count(String sql, UserId id) {
        return jdbc.sql(sql).param(id.value()).query(Integer.class).single();
    }

    private static Optional<ProblemType> problem(Outcome<?> outcome) {
        return outcome.failure() instanceof DomainException refusal ? Optional.of(refusal.type()) : Optional.empty();
    }
}
