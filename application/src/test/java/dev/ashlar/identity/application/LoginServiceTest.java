// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.NO_LIMIT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginServiceTest {
    private static final Login.Edit NO_LOGIN = new Login.Edit(Change.keep(), Change.keep());
    private static final Profile.Edit NO_PROFILE =
            new Profile.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

    private final IdentityFixture identity = new IdentityFixture();
    private final Actor ada = identity.actor("ada", Role.STUDENT);

    @Test
    void anotherAddressCountsOnceItIsVerifiedAndTheOldOneIsTold() {
        var here = login();
        var there = login();
        var edit = new Login.Edit(Change.to("countess@example.org"), Change.to("countess"));
        var asked = identity.credentials.change(ada, here, edit, NO_PROFILE, null, NO_LIMIT);
        assertThat(asked.login())
                .isEqualTo(new Login("ada@example.org", "countess", People.NOW, "countess@example.org"));
        assertThat(identity.oneTimeTokens.open())
                .extracting(OneTimeToken::purpose, OneTimeToken::recipient)
                .containsExactly(
                        tuple(TokenPurpose.EMAIL_VERIFICATION, "countess@example.org"),
                        tuple(TokenPurpose.ADDRESS_NOTICE, "ada@example.org"));
        assertThat(identity.sessions.isLive(ada.userId(), here, Role.STUDENT)).isTrue();
        assertThat(identity.sessions.isLive(ada.userId(), there, Role.STUDENT)).isFalse();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("countess@example.org", PASSWORD.value()));

        identity.accounts.verifyEmail(mailed(TokenPurpose.EMAIL_VERIFICATION));

        assertThat(identity.login("countess@example.org", PASSWORD.value())).isNotNull();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("ada@example.org", PASSWORD.value()));
    }

    @Test
    void aVerifiedAddressEndsTheResetMailsOfTheFormerOne() {
        identity.resets.request("ada@example.org", CLIENT);
        var reset = mailed(TokenPurpose.PASSWORD_RESET);
        identity.credentials.changeEmail(ada, login(), PASSWORD.value(), "countess@example.org", CLIENT);
        identity.accounts.verifyEmail(mailed(TokenPurpose.EMAIL_VERIFICATION));
        refused(
                IdentityProblem.TOKEN_INVALID,
                () -> identity.credentials.resetPassword(reset, new NewPassword("another horse"), CLIENT));
    }

    @Test
    void onlyTheLatestPendingAddressCanBeVerified() {
        var here = login();
        identity.credentials.changeEmail(ada, here, PASSWORD.value(), "first@example.org", CLIENT);
        var first = mailed(TokenPurpose.EMAIL_VERIFICATION);
        identity.credentials.changeEmail(ada, here, PASSWORD.value(), "second@example.org", CLIENT);
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.accounts.verifyEmail(first));
        var second = mailed(TokenPurpose.EMAIL_VERIFICATION);
        identity.credentials.changeEmail(ada, here, PASSWORD.value(), "ada@example.org", CLIENT);
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.accounts.verifyEmail(second));
    }

    @Test
    void theSameAddressStaysVerified() {
        var account = identity.credentials.change(
                ada, login(), new Login.Edit(Change.to("Ada@Example.org"), Change.keep()), NO_PROFILE, null, NO_LIMIT);
        assertThat(account.login()).isEqualTo(new Login("Ada@Example.org", "ada", People.NOW, null));
        assertThat(identity.oneTimeTokens.open()).isEmpty();
    }

    @Test
    void answersWithTheAccountAsItIsStored() {
        var edit = new Login.Edit(Change.to("countess@example.org"), Change.to("countess"));
        var bio = new Profile.Edit(Change.keep(), Change.to("Counts"), Change.keep(), Change.keep(), Change.keep());
        var answer = identity.credentials.change(ada, login(), edit, bio, PASSWORD, NO_LIMIT);
        assertThat(answer).isEqualTo(identity.accounts.me(ada));
    }

    @Test
    void asksTheLimitOfMailsForAnotherAddressOnly() {
        var here = login();
        Runnable none = () -> {
            throw KernelProblem.RATE_EXCEEDED.because("Wait.");
        };
        var same = new Login.Edit(Change.to("ada@example.org"), Change.to("countess"));
        identity.credentials.change(ada, here, same, NO_PROFILE, null, none);
        identity.credentials.change(ada, here, NO_LOGIN, NO_PROFILE, PASSWORD, none);
        var other = new Login.Edit(Change.to("countess@example.org"), Change.keep());
        refused(
                KernelProblem.RATE_EXCEEDED,
                () -> identity.credentials.change(ada, here, other, NO_PROFILE, null, none));
        assertThat(identity.oneTimeTokens.open()).isEmpty();
        identity.credentials.change(ada, here, other, NO_PROFILE, null, NO_LIMIT);
        identity.credentials.change(ada, here, other, NO_PROFILE, null, none);
    }

    @Test
    void tellsOfATakenAddressOnlyClientsWhoseContractSaysSo() {
        identity.actor("bob", Role.STUDENT);
        var here = login();
        var edit = new Login.Edit(Change.to("BOB@example.org"), Change.keep());
        refused(
                IdentityProblem.EMAIL_TAKEN,
                () -> identity.credentials.change(ada, here, edit, NO_PROFILE, null, NO_LIMIT));
        identity.credentials.changeEmail(ada, here, PASSWORD.value(), "bob@example.org", CLIENT);
        var token = mailed(TokenPurpose.EMAIL_VERIFICATION);
        refused(IdentityProblem.EMAIL_TAKEN, () -> identity.accounts.verifyEmail(token));
    }

    @Test
    void changingAddressOrPasswordNeedsTheCurrentPassword() {
        var here = login();
        var another = new NewPassword("another password");
        for (int attempt = 0; attempt < 4; attempt++) {
            refused(
                    IdentityProblem.PASSWORD_WRONG,
                    () -> identity.credentials.changePassword(ada, here, "a guess", another, CLIENT));
        }
        refused(
                IdentityProblem.PASSWORD_WRONG,
                () -> identity.credentials.changeEmail(ada, here, "a guess", "thief@example.org", CLIENT));
        refused(
                IdentityProblem.LOGIN_LOCKED,
                () -> identity.credentials.changePassword(ada, here, PASSWORD.value(), another, CLIENT));
        assertThat(identity.login("ada@example.org", PASSWORD.value())).isNotNull();
    }

    @Test
    void aNewPasswordEndsAllOtherSessionsAndResetMails() {
        var here = login();
        var there = login();
        identity.resets.request("ada@example.org", CLIENT);
        var reset = mailed(TokenPurpose.PASSWORD_RESET);
        var another = new NewPassword("another password");

        identity.credentials.changePassword(ada, here, PASSWORD.value(), another, CLIENT);

        assertThat(identity.sessions.isLive(ada.userId(), here, Role.STUDENT)).isTrue();
        assertThat(identity.sessions.isLive(ada.userId(), there, Role.STUDENT)).isFalse();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("ada@example.org", PASSWORD.value()));
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.credentials.resetPassword(reset, PASSWORD, CLIENT));
        identity.credentials.change(ada, here, NO_LOGIN, NO_PROFILE, PASSWORD, NO_LIMIT);
        assertThat(identity.login("ada@example.org", PASSWORD.value())).isNotNull();
    }

    @Test
    void hashesNoNewPasswordForATokenThatIsNotValid() {
        identity.hashed.clear();
        refused(
                IdentityProblem.TOKEN_INVALID,
                () -> identity.credentials.resetPassword("a guess", new NewPassword("another horse"), CLIENT));
        assertThat(identity.hashed).isEmpty();
    }

    @Test
    void readsTheCredentialsOfASeedHoweverTheAddressIsSpelled() {
        assertThat(identity.seeds.verifiedCredentials(" ADA@Example.org ")).isPresent();
    }

    @Test
    void refusesAnEasyNewPassword() {
        var here = login();
        for (var easy : List.of("password123", "ada@example.org")) {
            refused(
                    KernelProblem.INVALID_REQUEST,
                    () -> identity.credentials.changePassword(
                            ada, here, PASSWORD.value(), new NewPassword(easy), CLIENT));
        }
    }

    @Test
    void refusesAChangeOfASessionThatHasJustEnded() {
        var here = login();
        identity.refreshTokens.revokeAll(ada.userId(), identity.now);
        refused(
                IdentityProblem.SESSION_ENDED,
                () -> identity.credentials.change(ada, here, NO_LOGIN, NO_PROFILE, PASSWORD, NO_LIMIT));
        refused(
                IdentityProblem.SESSION_ENDED,
                () -> identity.credentials.changePassword(ada, here, PASSWORD.value(), PASSWORD, CLIENT));
        var bobs = identity.actor("bob", Role.STUDENT);
        identity.login("bob@example.org", PASSWORD.value());
        var foreign = identity.refreshTokens.all().getLast().familyId();
        assertThat(identity.sessions.isLive(bobs.userId(), foreign, Role.STUDENT))
                .isTrue();
        refused(
                IdentityProblem.SESSION_ENDED,
                () -> identity.credentials.change(ada, foreign, NO_LOGIN, NO_PROFILE, PASSWORD, NO_LIMIT));
    }

    @Test
    void refusesACheckedPasswordThatHasChangedSince() {
        var here = login();
        var checked = identity.loginAttempts.beginCheck(ada, here, CLIENT);
        identity.users.setPassword(ada.userId(), "hash of another one", identity.now);
        refused(KernelProblem.BUSY, () -> identity.logins.changePassword(ada, here, checked, "hash"));
        refused(KernelProblem.BUSY, () -> identity.logins.changeEmail(ada, here, checked, "c@example.org"));
    }

    @Test
    void refusesToClearARequiredField() {
        var here = login();
        refused(
                KernelProblem.INVALID_REQUEST,
                () -> identity.logins.change(
                        ada, here, new Login.Edit(Change.to(null), Change.keep()), NO_PROFILE, null));
        refused(
                KernelProblem.INVALID_REQUEST,
                () -> identity.logins.change(
                        ada, here, new Login.Edit(Change.keep(), Change.to("")), NO_PROFILE, null));
    }

    @Test
    void aLoginBeyondTheLimitEndsTheSessionThatWasRefreshedLeastRecently() {
        for (int logins = 0; logins < SessionOpening.MAX_SESSIONS; logins++) {
            identity.now = identity.now.plusMillis(1);
            identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT);
        }
        var first = identity.refreshTokens.all().stream()
                .filter(token -> token.userId().equals(ada.userId()))
                .findFirst()
                .orElseThrow()
                .familyId();
        assertThat(identity.sessions.isLive(ada.userId(), first, Role.STUDENT)).isTrue();
        identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT);
        assertThat(identity.sessions.isLive(ada.userId(), first, Role.STUDENT)).isFalse();
    }

    @Test
    void aSessionIsLiveUntilItEndsAndForItsUserAndRole() {
        var session = login();
        var bob = identity.actor("bob", Role.STUDENT);
        assertThat(identity.sessions.isLive(bob.userId(), session, Role.STUDENT))
                .isFalse();
        assertThat(identity.sessions.isLive(ada.userId(), session, Role.STUDENT))
                .isTrue();
        assertThat(identity.sessions.isLive(ada.userId(), session, Role.ADMIN)).isFalse();
        identity.now = identity.now.plus(Duration.ofDays(14));
        assertThat(identity.sessions.isLive(ada.userId(), session, Role.STUDENT))
                .isFalse();
        var next = login();
        identity.users.setActive(ada.userId(), false, identity.now);
        assertThat(identity.sessions.isLive(ada.userId(), next, Role.STUDENT)).isFalse();
    }

    /** Sends the due mails and returns the token of the last one of this purpose. */
    private String mailed(TokenPurpose purpose) {
        var tokens = new ArrayList<String>();
        var sending = new AccountMailWorkflow(identity.mails, mail -> {
            if (mail.purpose() == purpose) {
                tokens.add(mail.token());
            }
        });
        while (sending.sendDue() > 0) {}
        return tokens.getLast();
    }

    private SessionId login() {
        identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT);
        return identity.refreshTokens.all().getLast().familyId();
    }
}
