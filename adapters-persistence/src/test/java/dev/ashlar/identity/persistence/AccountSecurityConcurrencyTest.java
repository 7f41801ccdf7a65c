// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountDeletionWorkflow;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.application.SecondFactorService;
import dev.ashlar.identity.application.SecondFactorWorkflow;
import dev.ashlar.identity.domain.Authenticator;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.persistence.IdentityServices.MovableClock;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Second factor, registration and deletion under concurrent requests. Each test fails without the guard that it names. */
@PersistenceTest
@Import(IdentityServices.class)
class AccountSecurityConcurrencyTest {
    private static final int CROWD = 16;
    private static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    private static final NewPassword PASSWORD = new NewPassword("correct horse battery");

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private RegistrationWorkflow registration;

    @Autowired
    private SecondFactorWorkflow workflow;

    @Autowired
    private SecondFactorService factors;

    @Autowired
    private AccountDeletionWorkflow deletion;

    @Autowired
    private PeopleSeed seed;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test // guard: last_step in SecondFactors.useStep
    void acceptsACodeOfTheAppOnce() {
        var ada = actor("ada", Role.STUDENT);
        var app = enroll(ada);
        factors.confirm(ada, session(), app.codeAt(clock.instant().minusSeconds(30)));
        var code = app.codeAt(clock.instant());

        var outcomes = Together.run(CROWD, () -> login("ada", code));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test // guard: the condition of SecondFactors.useRecoveryCode
    void acceptsARecoveryCodeOnce() {
        var bob = actor("bob", Role.STUDENT);
        var app = enroll(bob);
        var code = new OneTimeCode(
                factors.confirm(bob, session(), app.codeAt(clock.instant())).getFirst());

        var outcomes = Together.run(CROWD, () -> login("bob", code));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(factors.get(bob).recoveryCodesLeft()).isEqualTo(9);
    }

    @Race(3) // guard: Users.lock in SecondFactorService.confirm
    void leavesNoSessionWithoutTheFactorWhenItIsConfirmed() {
        var name = "eve" + UUID.randomUUID().toString().substring(0, 8);
        var eve = actor(name, Role.STUDENT);
        var app = enroll(eve);
        var logins = IntStream.range(0, CROWD).<Callable<Object>>mapToObj(_ -> () -> login(name, null));
        var confirmation =
                Stream.<Callable<Object>>of(() -> factors.confirm(eve, session(), app.codeAt(clock.instant())));

        Together.run(Stream.concat(logins, confirmation).toList());

        assertThat(factors.get(eve).enabled()).isTrue();
        assertThat(activeSessions(eve)).isZero();
    }

    @Race(3) // guard: Users.lock in AccountDeletionService.delete
    void leavesNoSessionOfADeletedAccount() {
        var name = "dan" + UUID.randomUUID().toString().substring(0, 8);
        var dan = actor(name, Role.STUDENT);
        var logins = IntStream.range(0, CROWD).<Callable<Object>>mapToObj(_ -> () -> login(name, null));
        var deleting = Stream.<Callable<Object>>of(() -> {
            deletion.delete(dan, session(), PASSWORD.value(), null, new Client("192.0.2.9", null));
            return "deleted";
        });

        var outcomes = Together.run(Stream.concat(logins, deleting).toList());

        assertThat(outcomes).last().matches(Outcome::succeeded);
        assertThat(activeSessions(dan)).isZero();
        assertThat(count("SELECT count(*) FROM identity.users WHERE email LIKE ?", name + "%"))
                .isZero();
    }

    @Test // guard: AuthEvents.lock in RegistrationService.registerDiscreetly
    void answersAllRegistrationsOfOneAddressAlike() {
        var outcomes = Together.run(CROWD, number -> () -> {
            register("grace@example.org", "grace" + number);
            return "answered";
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("SELECT count(*) FROM identity.users WHERE email = ?", "grace@example.org"))
                .isEqualTo(1);
    }

    @Test
    void refusesATakenUsernameWhetherTheAddressIsTakenOrNot() {
        register("judy@example.org", "judy");
        for (var email : List.of("judy@example.org", "free@example.org")) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> register(email, "JUDY"))
                    .extracting(DomainException::type)
                    .isEqualTo(IdentityProblem.USERNAME_TAKEN);
        }
    }

    @Race(3) // guard: Users.lockStandings in AccountDeletionService.delete
    void keepsOneOfTwoAdministratorsWhoDeleteThemselves() {
        jdbc.sql("UPDATE identity.users SET role = 'student' WHERE role = 'admin'")
                .update();
        var admins = Stream.of("root", "boss")
                .map(name -> actor(name + UUID.randomUUID().toString().substring(0, 8), Role.ADMIN))
                .toList();

        var outcomes = Together.run(2, number -> () -> {
            deletion.delete(admins.get(number), session(), PASSWORD.value(), null, CLIENT);
            return "deleted";
        });

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(count(
                        "SELECT count(*) FROM identity.users WHERE is_active AND role = CAST(? AS identity.user_role)",
                        "admin"))
                .isEqualTo(1);
    }

    private Authenticator enroll(Actor actor) {
        return new Authenticator(
                workflow.enroll(actor, session(), PASSWORD.value(), CLIENT).secret());
    }

    private IssuedTokens login(String name, @Nullable OneTimeCode code) {
        // Each from another network, so that no limit of one ends the race.
        var client = new Client("203.0.113." + Thread.currentThread().threadId() % 250, null);
        return credentials.login(name + "@example.org", PASSWORD.value(), code, null, client);
    }

    private void register(String email, String username) {
        registration.register(Registration.of(email, username, "First", "Last", "mentor"), PASSWORD, CLIENT);
    }

    private Actor actor(String name, Role role) {
        return new Actor(seed.ensure(People.registration(name), role, PASSWORD), role, "mentor");
    }

    private static SessionId session() {
        return new SessionId(UUID.randomUUID());
    }

    private long activeSessions(Actor actor) {
        return count(
                "SELECT count(*) FROM identity.refresh_tokens WHERE status = 'active' AND user_id = ?",
                actor.userId().value());
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
