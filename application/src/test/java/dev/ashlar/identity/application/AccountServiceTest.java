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
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.ProfileEdit;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
    private static final ProfileEdit NO_PROFILE =
            new ProfileEdit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void registeringMakesAStudentWithAProfileAndAMailToSend() {
        var ada = identity.credentials.register(People.registration("ada"), PASSWORD);
        assertThat(ada.role()).isEqualTo(Role.STUDENT);
        assertThat(ada.displayName()).isEqualTo("First ada Last ada");
        assertThat(identity.published).containsExactly(new UserRegistered(ada.id(), People.NOW));
        assertThat(identity.oneTimeTokens.all()).singleElement().satisfies(token -> {
            assertThat(token.purpose()).isEqualTo(TokenPurpose.EMAIL_VERIFICATION);
            assertThat(token.tokenHash()).isNull();
        });
    }

    @Test
    void peopleChangeTheirOwnAccountOnly() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.actor("bob", Role.STUDENT);
        var edit = new PersonEdit(Change.to("Augusta"), Change.keep(), Change.keep(), Change.keep());
        assertThat(identity.accounts.edit(ada, 1, edit, NO_PROFILE).firstName()).isEqualTo("Augusta");
        assertThat(identity.accounts.me(ada).version()).isEqualTo(2);
        assertThat(identity.users.findByEmail("bob@example.org"))
                .hasValueSatisfying(bob -> assertThat(bob.firstName()).isEqualTo("First bob"));
        refused(KernelProblem.STALE_VERSION, () -> identity.accounts.edit(ada, 1, edit, NO_PROFILE));
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        identity.actor("ada", Role.STUDENT);
        var admin = identity.actor("admin", Role.ADMIN);
        identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT);
        var session = identity.refreshTokens.all().getFirst().familyId();
        refused(KernelProblem.NOT_FOUND, () -> identity.sessions.end(admin, session));
        refused(KernelProblem.NOT_FOUND, () -> identity.sessions.end(admin, new SessionId(identity.ids.next())));
    }

    @Test
    void anUnknownAddressCostsAComparisonToo() {
        refused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> identity.credentials.login("nobody@example.org", PASSWORD.value(), CLIENT));
        assertThat(identity.compared).hasSize(1);
    }

    @Test
    void anAccountThatIsOffCannotLogIn() {
        var ada = identity.actor("ada", Role.STUDENT);
        identity.users.setActive(ada.userId(), false, identity.now);
        refused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT));
    }

    @Test
    void aPasswordChangedWhileItWasCheckedOpensNoSession() {
        var ada = identity.actor("ada", Role.STUDENT);
        var checked = identity.sessions.beginLogin("ada@example.org", CLIENT).orElseThrow();
        identity.users.setPassword(ada.userId(), "hash of another one", identity.now);
        assertThat(identity.sessions.open(checked, "ada@example.org", CLIENT)).isEmpty();
    }

    @Test
    void aMailThatFailsGoesOutLaterWithAnotherTokenAndIsGivenUpInTheEnd() {
        identity.credentials.register(People.registration("ada"), PASSWORD);
        var tried = new ArrayList<String>();
        var failing = new AccountMailWorkflow(identity.mails, mail -> {
            tried.add(mail.token());
            throw new IllegalStateException("The mail server is away.");
        });
        for (int hours = 0; hours < 10; hours++) {
            assertThat(failing.sendDue()).isZero();
            identity.now = identity.now.plus(Duration.ofHours(1));
        }
        assertThat(tried).hasSize(OneTimeToken.MAX_ATTEMPTS).doesNotHaveDuplicates();
    }

    @Test
    void aMailedTokenVerifiesTheAddressOnce() {
        var ada = identity.credentials.register(People.registration("ada"), PASSWORD);
        var token = mailed().getFirst();
        identity.accounts.verifyEmail(token);
        assertThat(identity.users.find(ada.id()))
                .hasValueSatisfying(user -> assertThat(user.emailVerifiedAt()).isEqualTo(People.NOW));
        refused(IdentityProblem.INVALID_TOKEN, () -> identity.accounts.verifyEmail(token));
    }

    @Test
    void aResetSetsThePasswordEndsSessionsAndALockout() {
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
                    IdentityProblem.INVALID_CREDENTIALS,
                    () -> identity.credentials.login("ada@example.org", "wrong", CLIENT));
        }
        var another = new NewPassword("another horse");

        identity.credentials.resetPassword(tokens.getFirst(), another, CLIENT);

        refused(
                IdentityProblem.INVALID_TOKEN,
                () -> identity.credentials.resetPassword(tokens.getLast(), another, CLIENT));
        refused(IdentityProblem.SESSION_REVOKED, () -> identity.sessions.refresh(session.refreshToken(), CLIENT));
        identity.now = identity.now.plusSeconds(1);
        assertThat(identity.credentials.login("ada@example.org", another.value(), CLIENT))
                .isNotNull();
        refused(
                IdentityProblem.INVALID_CREDENTIALS,
                () -> identity.credentials.login("ada@example.org", PASSWORD.value(), CLIENT));
    }

    private List<String> mailed() {
        var tokens = new ArrayList<String>();
        assertThat(new AccountMailWorkflow(identity.mails, mail -> tokens.add(mail.token())).sendDue())
                .isEqualTo(tokens.size());
        return tokens;
    }
}
