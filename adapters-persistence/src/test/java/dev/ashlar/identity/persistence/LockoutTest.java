// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.persistence.TestPeople.CLIENT;
import static dev.ashlar.identity.persistence.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.RegistrationService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.persistence.IdentityServices.CountingHasher;
import dev.ashlar.identity.persistence.IdentityServices.MovableClock;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Lockouts after wrong passwords, on the real database. */
@PersistenceTest
@Import(IdentityServices.class)
class LockoutTest {
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
    private MovableClock clock;

    @AfterEach
    void calm() {
        clock.ahead = Duration.ZERO;
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

    private IssuedTokens loggedIn() {
        register(People.registration(name));
        return login(PASSWORD.value());
    }

    private IssuedTokens login(String password) {
        return credentials.login(email, password, null, null, CLIENT);
    }

    private static void refused(IdentityProblem problem, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::type)
                .isEqualTo(problem);
    }

    private void register(Registration registration) {
        registrations.register(registration, hasher.hash(PASSWORD.value()));
    }
}
