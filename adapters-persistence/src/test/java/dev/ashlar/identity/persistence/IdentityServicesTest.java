package dev.ashlar.identity.persistence;

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
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
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
import java.util.List;
import java.util.Locale;
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
    private static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    private static final NewPassword PASSWORD = new NewPassword("correct horse battery");
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
    @Tag("rule-109")
    void registeringStoresAccountProfileAndMailAndPublishesOnce() {
        var account = register(People.registration(name));
        assertThat(account.standing().role()).isEqualTo(Role.STUDENT);
        assertThat(newcomers.seen).containsOnlyOnce(account.id());
        assertThat(rows("one_time_tokens WHERE token_hash IS NULL AND user_id = '"
                        + account.id().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-94")
    @Tag("rule-99")
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
    void aLockoutEndsWhenTheOldestAttemptNoLongerCounts() {
        register(People.registration(name));
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(IdentityProblem.CREDENTIALS_INVALID, () -> login("wrong"));
        }
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> login(PASSWORD.value()))
                .satisfies(refusal ->
                        assertThat(refusal.retryAfter()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
        clock.ahead = Duration.ofMinutes(15);
        assertThat(credentials.login(email.toUpperCase(Locale.ROOT), PASSWORD.value(), null, null, CLIENT))
                .isNotNull();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> login("wrong"));
    }

    @Test
    void everySpellingOfAnAddressHasTheSameFiveGuesses() {
        var spelled = "ingrid" + name;
        var address = spelled + "@example.org";
        register(People.registration(spelled));
        var spellings = List.of(
                address,
                address.toUpperCase(Locale.ROOT),
                " " + address + "\u00A0",
                "\uFF29ngrid" + name + "@example.org",
                "i\u200Bngrid" + name + "@example.org");
        for (var spelling : spellings) {
            refused(
                    IdentityProblem.CREDENTIALS_INVALID,
                    () -> credentials.login(spelling, "wrong", null, null, CLIENT));
        }
        refused(IdentityProblem.LOGIN_LOCKED, () -> credentials.login(address, "wrong", null, null, CLIENT));
        // Lower case in SQL is the address, in Java it is not: a second counter for the same account.
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        credentials.login("\u0130ngrid" + name + "@example.org", PASSWORD.value(), null, null, CLIENT))
                .extracting(DomainException::type)
                .isEqualTo(IdentityProblem.CREDENTIALS_INVALID);
    }

    @Test
    void guessesFromElsewhereLockNeitherAnotherAddressNorAKnownDevice() {
        var earlier = loggedIn();
        for (int address = 0; address < 10; address++) {
            var elsewhere = new Client("198.51.100." + address, "Browser/1.0");
            for (int attempt = 0; attempt < 5; attempt++) {
                refused(
                        IdentityProblem.CREDENTIALS_INVALID,
                        () -> credentials.login(email, "wrong", null, null, elsewhere));
            }
            refused(
                    IdentityProblem.LOGIN_LOCKED,
                    () -> credentials.login(email, PASSWORD.value(), null, null, elsewhere));
            if (address < 9) {
                assertThat(login(PASSWORD.value())).isNotNull();
            }
        }
        refused(IdentityProblem.LOGIN_LOCKED, () -> login(PASSWORD.value()));
        sessions.logout(earlier.refreshToken());
        assertThat(credentials.login(email, PASSWORD.value(), null, earlier.refreshToken(), CLIENT))
                .isNotNull();
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(
                    IdentityProblem.CREDENTIALS_INVALID,
                    () -> credentials.login(email, "wrong", null, earlier.refreshToken(), CLIENT));
        }
        refused(
                IdentityProblem.LOGIN_LOCKED,
                () -> credentials.login(email, PASSWORD.value(), null, earlier.refreshToken(), CLIENT));
    }

    @Test
    void aTokenOfAnotherAccountMakesNoKnownDevice() {
        register(People.registration("o" + name.substring(1)));
        var foreign = credentials.login("o" + email.substring(1), PASSWORD.value(), null, null, CLIENT);
        register(People.registration(name));
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(
                    IdentityProblem.CREDENTIALS_INVALID,
                    () -> credentials.login(email, "wrong", null, foreign.refreshToken(), CLIENT));
        }
        refused(IdentityProblem.LOGIN_LOCKED, () -> login(PASSWORD.value()));
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
    @Tag("rule-74")
    @Tag("rule-119")
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
