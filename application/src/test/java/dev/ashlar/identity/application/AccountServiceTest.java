// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.NO_LIMIT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.AddressVerified;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.UserRegistered;
import dev.ashlar.identity.domain.AccountMailer;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountServiceTest {
    private static final Profile.Edit NO_PROFILE =
            new Profile.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    private static final Person.Edit NO_PERSON =
            new Person.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep());
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void registeringCreatesAStudentWithAProfileAndADueMail() {
        var ada = identity.register(People.registration("ada"), PASSWORD);
        assertThat(ada.standing().role()).isEqualTo(Role.STUDENT);
        assertThat(ada.profile().displayName()).isEqualTo("First ada Last ada");
        assertThat(identity.published).endsWith(new UserRegistered(ada.id(), People.NOW));
        assertThat(identity.oneTimeTokens.all()).singleElement().satisfies(token -> {
            assertThat(token.purpose()).isEqualTo(TokenPurpose.EMAIL_VERIFICATION);
            assertThat(identity.oneTimeTokens.isArmed(token.id())).isFalse();
        });
    }

    @Test
    void anEditChangesOnlyTheOwnAccount() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.actor("bob", Role.STUDENT);
        var edit = new Person.Edit(Change.to("Augusta"), Change.keep(), Change.keep(), Change.keep());
        assertThat(identity.accounts.edit(ada, 1, edit, NO_PROFILE).person().firstName())
                .isEqualTo("Augusta");
        assertThat(identity.accounts.me(ada).version()).isEqualTo(2);
        assertThat(identity.users.findByEmail("bob@example.org"))
                .hasValueSatisfying(bob -> assertThat(bob.person().firstName()).isEqualTo("First bob"));
        refused(KernelProblem.STALE_VERSION, () -> identity.accounts.edit(ada, 1, edit, NO_PROFILE));
    }

    @Test
    void anEditThatChangesNothingKeepsVersionAndTime() {
        var ada = identity.actor("ada", Role.STUDENT);
        var bio = new Profile.Edit(Change.keep(), Change.to("Counts"), Change.keep(), Change.keep(), Change.keep());
        var before = identity.accounts.edit(ada, 1, NO_PERSON, bio);

        assertThat(identity.accounts.edit(ada, 2, NO_PERSON, bio)).isEqualTo(before);

        assertThat(before.version()).isEqualTo(2);
        refused(KernelProblem.STALE_VERSION, () -> identity.accounts.edit(ada, 1, NO_PERSON, bio));
    }

    @Test
    void endsNoSessionOfAnotherUser() {
        identity.actor("ada", Role.STUDENT);
        var admin = identity.actor("admin", Role.ADMIN);
        identity.login("ada@example.org", PASSWORD.value());
        var session = identity.refreshTokens.all().getFirst().familyId();
        refused(IdentityProblem.SESSION_NOT_FOUND, () -> identity.sessions.end(admin, session));
        refused(
                IdentityProblem.SESSION_NOT_FOUND,
                () -> identity.sessions.end(admin, new SessionId(identity.ids.next())));
    }

    @Test
    void comparesAPasswordForAnUnknownAddressToo() {
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("nobody@example.org", PASSWORD.value()));
        assertThat(identity.compared).hasSize(1);
    }

    @Test
    void refusesTheLoginOfAnInactiveUser() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.users.setActive(ada.userId(), false, identity.now);
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("ada@example.org", PASSWORD.value()));
    }

    @Test
    void opensNoSessionIfThePasswordChangedDuringTheCheck() {
        var ada = identity.actor("ada", Role.STUDENT);
        var attempt = identity.loginAttempts.begin("ada@example.org", null, CLIENT);
        identity.users.setPassword(ada.userId(), "hash of another one", identity.now);
        assertThat(identity.opening.open(Objects.requireNonNull(attempt.credentials()), null, attempt.origin(), CLIENT))
                .isEmpty();
    }

    @Test
    void retriesAFailedMailWithAnotherTokenAndGivesUpInTheEnd() {
        identity.register(People.registration("ada"), PASSWORD);
        var tried = new ArrayList<String>();
        var failing = new AccountMailWorkflow(identity.mails, mail -> {
            tried.add(mail.token());
            throw new IllegalStateException("The mail server does not answer.");
        });
        for (int hours = 0; hours < 10; hours++) {
            failing.sendDue();
            identity.now = identity.now.plus(Duration.ofHours(1));
        }
        assertThat(tried).hasSize(OneTimeToken.MAX_ATTEMPTS).doesNotHaveDuplicates();
    }

    @Test
    void verifiesTheAddressOncePerToken() {
        var ada = identity.register(People.registration("ada"), PASSWORD);
        var token = mailed().getFirst();
        identity.accounts.verifyEmail(token);
        assertThat(identity.users.find(ada.id()))
                .hasValueSatisfying(
                        user -> assertThat(user.login().emailVerifiedAt()).isEqualTo(People.NOW));
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.accounts.verifyEmail(token));
        assertThat(identity.published).containsOnlyOnce(new AddressVerified(ada.id(), People.NOW));
    }

    @Test
    void aResetVerifiesTheAddressOnce() {
        var ada = identity.register(People.registration("ada"), PASSWORD);
        for (var password : List.of("another horse", "a third horse")) {
            identity.resets.request("ada@example.org", CLIENT);
            identity.credentials.resetPassword(mailed("ada@example.org"), new NewPassword(password), CLIENT);
        }
        assertThat(identity.published).containsOnlyOnce(new AddressVerified(ada.id(), identity.now));
    }

    @Test
    void aResetSetsThePasswordAndEndsSessionsAndALockout() {
        identity.actor("ada", Role.STUDENT);
        var session = identity.login("ada@example.org", PASSWORD.value());
        identity.now = identity.now.plusSeconds(1);
        identity.resets.request(" ADA@example.org\u00A0", CLIENT);
        identity.resets.request("nobody@example.org", CLIENT);
        var token = mailed().getFirst();
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("ada@example.org", "wrong"));
        }
        var another = new NewPassword("another horse");

        identity.credentials.resetPassword(token, another, CLIENT);

        refused(IdentityProblem.TOKEN_INVALID, () -> identity.credentials.resetPassword(token, another, CLIENT));
        refused(IdentityProblem.SESSION_ENDED, () -> identity.sessions.refresh(session.refreshToken(), CLIENT));
        identity.now = identity.now.plusSeconds(1);
        assertThat(identity.login("ada@example.org", another.value())).isNotNull();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("ada@example.org", PASSWORD.value()));
    }

    @Test
    void onlyTheTokenOfTheLatestMailWorks() {
        identity.actor("ada", Role.STUDENT);
        var another = new NewPassword("another horse");
        identity.resets.request("ada@example.org", CLIENT);
        var earlier = mailed().getFirst();
        identity.resets.request("ada@example.org", CLIENT);
        var latest = mailed().getFirst();

        refused(IdentityProblem.TOKEN_INVALID, () -> identity.credentials.resetPassword(earlier, another, CLIENT));
        identity.credentials.resetPassword(latest, another, CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password123", "ada@example.org", "ADA@example.org"})
    void refusesAnEasyPasswordAtRegistrationAndReset(String easy) {
        var password = new NewPassword(easy);
        refused(
                KernelProblem.INVALID_REQUEST,
                () -> identity.registration.register(People.registration("ada"), password, CLIENT));
        identity.actor("ada", Role.STUDENT);
        identity.resets.request("ada@example.org", CLIENT);
        var token = mailed().getFirst();
        refused(KernelProblem.INVALID_REQUEST, () -> identity.credentials.resetPassword(token, password, CLIENT));
    }

    @Test
    void acceptsAPasswordHoweverItsLettersAreComposed() {
        var registered = new NewPassword("Cr\u00E8me br\u00FBl\u00E9e");
        identity.register(People.registration("ada"), registered);
        assertThat(identity.login("ada@example.org", "Cre\u0300me\u00A0bru\u0302le\u0301e"))
                .isNotNull();
    }

    @Test
    void aResetProvesTheAddressAndDropsAPendingOne() {
        var ada = identity.registration.join(People.registration("ada"), PASSWORD, CLIENT);
        var actor = new Actor(ada.account().id(), Role.STUDENT, "mentor");
        var session = identity.refreshTokens.all().getLast().familyId();
        var edit = new Login.Edit(Change.to("thief@example.org"), Change.keep());
        identity.credentials.change(actor, session, edit, NO_PROFILE, null, NO_LIMIT);
        var thief = mailed("thief@example.org");
        identity.resets.request("ada@example.org", CLIENT);

        identity.credentials.resetPassword(mailed("ada@example.org"), new NewPassword("another horse"), CLIENT);

        assertThat(identity.accounts.me(actor).login())
                .isEqualTo(new Login("ada@example.org", "ada", People.NOW, null));
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.accounts.verifyEmail(thief));
    }

    /** A slow mail server keeps the thread of the job for one mail only. */
    @Test
    void sendsOneMailInABatchAndGoesOnAfterAFailure() {
        identity.register(People.registration("ada"), PASSWORD);
        identity.register(People.registration("ben"), PASSWORD);
        var tried = new ArrayList<String>();
        var failing = new AccountMailWorkflow(identity.mails, mail -> {
            tried.add(mail.to());
            throw new IllegalStateException("The mail server does not answer.");
        });

        assertThat(failing.sendDue()).isEqualTo(1);
        assertThat(failing.sendDue()).isEqualTo(1);
        assertThat(failing.sendDue()).as("later").isZero();

        assertThat(tried).containsExactlyInAnyOrder("ada@example.org", "ben@example.org");
    }

    private String mailed(String recipient) {
        var tokens = new ArrayList<String>();
        sendAll(mail -> {
            if (mail.to().equals(recipient)) {
                tokens.add(mail.token());
            }
        });
        return tokens.getLast();
    }

    private List<String> mailed() {
        var tokens = new ArrayList<String>();
        sendAll(mail -> tokens.add(mail.token()));
        return tokens;
    }

    private void sendAll(AccountMailer mailer) {
        var sending = new AccountMailWorkflow(identity.mails, mailer);
        while (sending.sendDue() > 0) {}
    }
}
