// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.persistence.TestPeople.CLIENT;
import static dev.ashlar.identity.persistence.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IdentityHousekeeping;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.application.PlatformSeed;
import dev.ashlar.identity.application.PlatformService;
import dev.ashlar.identity.application.RegistrationService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.persistence.IdentityServices.CountingHasher;
import dev.ashlar.identity.persistence.IdentityServices.MovableClock;
import dev.ashlar.identity.persistence.IdentityServices.Newcomers;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commits and rollbacks of the services on the real database. */
@PersistenceTest
@Import(IdentityServices.class)
class IdentityServicesTest {
    private final String name = "p" + UUID.randomUUID().toString().substring(0, 20);
    private final String email = name + "@example.org";

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private RegistrationService registrations;

    @Autowired
    private CountingHasher hasher;

    @Autowired
    private SessionService sessions;

    @Autowired
    private AccountSeeds seeds;

    @Autowired
    private PeopleSeed people;

    @Autowired
    private PlatformSeed platformSeed;

    @Autowired
    private IdentityHousekeeping housekeeping;

    @Autowired
    private PlatformService platforms;

    @Autowired
    private KnownPlatforms known;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void calm() {
        clock.ahead = Duration.ZERO;
        newcomers.failing = false;
    }

    @Test
    @Tag("rule-quick-hooks")
    void registeringStoresAccountProfileAndMailAndPublishesOnce() {
        var account = register(People.registration(name));
        assertThat(account.standing().role()).isEqualTo(Role.STUDENT);
        assertThat(newcomers.seen).containsOnlyOnce(account.id());
        assertThat(rows("one_time_tokens WHERE token_hash IS NULL AND user_id = '"
                        + account.id().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-writes-in-transaction")
    @Tag("rule-rollback-on-failure")
    void aFailingHookRollsTheRegistrationBack() {
        newcomers.failing = true;
        assertThatIllegalStateException().isThrownBy(() -> register(People.registration(name)));
        assertThat(seeds.findByEmail(email)).isEmpty();
        assertThat(rows("profiles WHERE display_name = 'First " + name + " Last " + name + "'"))
                .isZero();
    }

    @Test
    void aStolenTokenEndsTheSessionAlthoughTheCallIsRefused() {
        var first = loggedIn();
        var second = sessions.refresh(first.refreshToken(), CLIENT);
        var third = sessions.refresh(second.refreshToken(), CLIENT);
        refused(IdentityProblem.SESSION_ENDED, () -> sessions.refresh(first.refreshToken(), CLIENT));
        refused(IdentityProblem.SESSION_ENDED, () -> sessions.refresh(third.refreshToken(), CLIENT));
    }

    @Test
    void aLostAnswerIsGivenAgainHoweverLate() {
        var first = loggedIn();
        var lost = sessions.refresh(first.refreshToken(), CLIENT);
        clock.ahead = Duration.ofDays(13);
        var again = sessions.refresh(first.refreshToken(), CLIENT);
        assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
        assertThat(again.refreshTokenExpiresAt()).isEqualTo(lost.refreshTokenExpiresAt());
        assertThat(sessions.refresh(again.refreshToken(), CLIENT)).isNotNull();
    }

    @Test
    void aSessionEndsAfterFourteenDaysWithoutARefresh() {
        var first = loggedIn();
        clock.ahead = Duration.ofDays(14);
        refused(IdentityProblem.SESSION_ENDED, () -> sessions.refresh(first.refreshToken(), CLIENT));
    }

    @Test
    void aSessionEndsAfterNinetyDaysHoweverOftenItIsRefreshed() {
        var tokens = loggedIn();
        for (int days = 10; days < 90; days += 10) {
            clock.ahead = Duration.ofDays(days);
            tokens = sessions.refresh(tokens.refreshToken(), CLIENT);
        }
        clock.ahead = Duration.ofDays(90);
        var last = tokens.refreshToken();
        refused(IdentityProblem.SESSION_ENDED, () -> sessions.refresh(last, CLIENT));
    }

    @Test
    void housekeepingDeletesOnlyEndedSessionsAndOldTokens() {
        loggedIn();
        clock.ahead = Duration.ofDays(20);
        assertThat(housekeeping.forgetExpiredSessions()).isZero();
        clock.ahead = Duration.ofDays(22);
        assertThat(housekeeping.forgetExpiredSessions()).isPositive();
        clock.ahead = Duration.ofDays(29);
        assertThat(housekeeping.forgetOneTimeTokens()).isZero();
        clock.ahead = Duration.ofDays(31);
        assertThat(housekeeping.forgetOneTimeTokens()).isPositive();
    }

    @Test
    @Tag("rule-set-based-writes")
    @Tag("rule-idempotent-seeds")
    void seedsMayRunTwice() {
        assertThat(platformSeed.ensure()).isEqualTo(4);
        assertThat(statements.of(() -> assertThat(platformSeed.ensure()).isZero()))
                .containsExactly("PlatformMapper.put");
        assertThat(platforms.codes()).containsExactlyInAnyOrder("mentor", "hire", "lms", "crm");
        assertThat(known.contains("lms")).isTrue();
        assertThat(known.contains("unknown")).isFalse();

        var person = people.ensure(People.registration(name), Role.ADMIN, PASSWORD);
        assertThat(people.ensure(People.registration(name), Role.STUDENT, PASSWORD))
                .isEqualTo(person);
        assertThat(jdbc.sql("SELECT role || ' ' || (email_verified_at IS NOT NULL) FROM identity.users WHERE id = ?")
                        .param(person.value())
                        .query(String.class)
                        .single())
                .isEqualTo("admin true");
    }

    private IssuedTokens loggedIn() {
        register(People.registration(name));
        return login(PASSWORD.value());
    }

    private IssuedTokens login(String password) {
        return credentials.login(email, password, null, null, CLIENT);
    }

    private int rows(String tableAndCondition) {
        return jdbc.sql("SELECT count(*) FROM identity." + tableAndCondition)
                .query(Integer.class)
                .single();
    }

    private static void refused(IdentityProblem problem, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::type)
                .isEqualTo(problem);
    }

    private AccountView register(Registration registration) {
        return registrations.register(registration, hasher.hash(PASSWORD.value()));
    }
}
