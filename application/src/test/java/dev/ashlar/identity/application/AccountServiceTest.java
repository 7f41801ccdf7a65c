package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.UserRegistered;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
    private static final Profile.Edit NO_PROFILE =
            new Profile.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void registeringCreatesAStudentWithAProfileAndADueMail() {
        var ada = identity.credentials.register(People.registration("ada"), PASSWORD);
        assertThat(ada.standing().role()).isEqualTo(Role.STUDENT);
        assertThat(ada.profile().displayName()).isEqualTo("First ada Last ada");
        assertThat(identity.published).containsExactly(new UserRegistered(ada.id(), People.NOW));
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
    void endsNoSessionOfAnotherUser() {
        identity.actor("ada", Role.STUDENT);
        var admin = identity.actor("admin", Role.ADMIN);
        identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT);
        var session = identity.refreshTokens.all().getFirst().familyId();
        refused(IdentityProblem.SESSION_NOT_FOUND, () -> identity.sessions.end(admin, session));
        refused(
                IdentityProblem.SESSION_NOT_FOUND,
                () -> identity.sessions.end(admin, new SessionId(identity.ids.next())));
    }

    @Test
    void comparesAPasswordForAnUnknownAddressToo() {
        refused(
                IdentityProblem.CREDENTIALS_INVALID,
                () -> identity.credentials.login("nobody@example.org", PASSWORD.value(), CLIENT));
        assertThat(identity.compared).hasSize(1);
    }

    @Test
    void refusesTheLoginOfAnInactiveUser() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.users.setActive(ada.userId(), false, identity.now);
        refused(
                IdentityProblem.CREDENTIALS_INVALID,
                () -> identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT));
    }

    @Test
    void opensNoSessionIfThePasswordChangedDuringTheCheck() {
        var ada = identity.actor("ada", Role.STUDENT);
        var checked = identity.sessions.beginLogin("ada@example.org", CLIENT).orElseThrow();
        identity.users.setPassword(ada.userId(), "hash of another one", identity.now);
        assertThat(identity.sessions.open(checked, "ada@example.org", CLIENT)).isEmpty();
    }

    @Test
    void retriesAFailedMailWithAnotherTokenAndGivesUpInTheEnd() {
        identity.credentials.register(People.registration("ada"), PASSWORD);
        var tried = new ArrayList<String>();
        var failing = new AccountMailWorkflow(identity.mails, mail -> {
            tried.add(mail.token());
            throw new IllegalStateException("The mail server does not answer.");
        });
        for (int hours = 0; hours < 10; hours++) {
            assertThat(failing.sendDue()).isZero();
            identity.now = identity.now.plus(Duration.ofHours(1));
        }
        assertThat(tried).hasSize(OneTimeToken.MAX_ATTEMPTS).doesNotHaveDuplicates();
    }

    @Test
    void verifiesTheAddressOncePerToken() {
        var ada = identity.credentials.register(People.registration("ada"), PASSWORD);
        var token = mailed().getFirst();
        identity.accounts.verifyEmail(token);
        assertThat(identity.users.find(ada.id()))
                .hasValueSatisfying(
                        user -> assertThat(user.login().emailVerifiedAt()).isEqualTo(People.NOW));
        refused(IdentityProblem.TOKEN_INVALID, () -> identity.accounts.verifyEmail(token));
    }

    @Test
    void aResetSetsThePasswordAndEndsSessionsAndALockout() {
        identity.actor("ada", Role.STUDENT);
        var session = identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT);
        identity.now = identity.now.plusSeconds(1);
        identity.resets.request("ADA@example.org", CLIENT);
        identity.resets.request("ada@example.org", CLIENT);
        identity.resets.request("nobody@example.org", CLIENT);
        var tokens = mailed();
        assertThat(tokens).hasSize(2);
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(
                    IdentityProblem.CREDENTIALS_INVALID,
                    () -> identity.credentials.login("ada@example.org", "wrong", CLIENT));
        }
        var another = new NewPassword("another horse");

        identity.credentials.resetPassword(tokens.getFirst(), another, CLIENT);

        refused(
                IdentityProblem.TOKEN_INVALID,
                () -> identity.credentials.resetPassword(tokens.getLast(), another, CLIENT));
        refused(IdentityProblem.SESSION_ENDED, () -> identity.sessions.refresh(session.refreshToken(), CLIENT));
        identity.now = identity.now.plusSeconds(1);
        assertThat(identity.credentials.login("ada@example.org", another.value(), CLIENT))
                .isNotNull();
        refused(
                IdentityProblem.CREDENTIALS_INVALID,
                () -> identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT));
    }

    private List<String> mailed() {
        var tokens = new ArrayList<String>();
        assertThat(new AccountMailWorkflow(identity.mails, mail -> tokens.add(mail.token())).sendDue())
                .isEqualTo(tokens.size());
        return tokens;
    }
}
