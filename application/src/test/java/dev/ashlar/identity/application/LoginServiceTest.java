package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.IdentityFixture.CLIENT;
import static dev.ashlar.identity.application.IdentityFixture.PASSWORD;
import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginServiceTest {
    private static final Login.Edit NO_LOGIN = new Login.Edit(Change.keep(), Change.keep());
    private static final Profile.Edit NO_PROFILE =
            new Profile.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

    private final IdentityFixture identity = new IdentityFixture();
    private final Actor ada = identity.actor("ada", Role.STUDENT);

    @Test
    void anotherAddressIsToBeVerifiedAgain() {
        var edit = new Login.Edit(Change.to("countess@example.org"), Change.to("countess"));
        var account = identity.logins.change(ada, null, edit, NO_PROFILE, null);
        assertThat(account.login().email()).isEqualTo("countess@example.org");
        assertThat(account.login().username()).isEqualTo("countess");
        assertThat(account.login().emailVerifiedAt()).isNull();
        assertThat(identity.oneTimeTokens.open())
                .extracting(OneTimeToken::purpose)
                .containsExactly(TokenPurpose.EMAIL_VERIFICATION);
    }

    @Test
    void theSameAddressStaysVerified() {
        var account = identity.logins.change(
                ada, null, new Login.Edit(Change.to("Ada@Example.org"), Change.keep()), NO_PROFILE, null);
        assertThat(account.login().email()).isEqualTo("Ada@Example.org");
        assertThat(account.login().emailVerifiedAt()).isNotNull();
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var here = login();
        var there = login();
        identity.credentials.change(ada, here, NO_LOGIN, NO_PROFILE, new NewPassword("another password"));
        assertThat(identity.sessions.isLive(here, Role.STUDENT)).isTrue();
        assertThat(identity.sessions.isLive(there, Role.STUDENT)).isFalse();
        refused(
                IdentityProblem.CREDENTIALS_INVALID,
                () -> identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT));
        identity.credentials.change(ada, null, NO_LOGIN, NO_PROFILE, PASSWORD);
        assertThat(identity.sessions.isLive(here, Role.STUDENT)).isFalse();
    }

    @Test
    void refusesToClearARequiredField() {
        refused(
                KernelProblem.INVALID_REQUEST,
                () -> identity.logins.change(
                        ada, null, new Login.Edit(Change.to(null), Change.keep()), NO_PROFILE, null));
        refused(
                KernelProblem.INVALID_REQUEST,
                () -> identity.logins.change(
                        ada, null, new Login.Edit(Change.keep(), Change.to("")), NO_PROFILE, null));
    }

    @Test
    void aSessionIsLiveUntilItEndsAndForItsRole() {
        var session = login();
        assertThat(identity.sessions.isLive(session, Role.STUDENT)).isTrue();
        assertThat(identity.sessions.isLive(session, Role.ADMIN)).isFalse();
        identity.now = identity.now.plus(Duration.ofDays(30));
        assertThat(identity.sessions.isLive(session, Role.STUDENT)).isFalse();
        var next = login();
        identity.users.setActive(ada.userId(), false, identity.now);
        assertThat(identity.sessions.isLive(next, Role.STUDENT)).isFalse();
    }

    @Test
    void cachesALiveSessionForSeconds() {
        var session = login();
        var cached = new CachedSessions(identity.sessions, () -> identity.now);
        assertThat(cached.isLive(session.value(), Role.STUDENT)).isTrue();
        identity.refreshTokens.revokeAll(ada.userId(), identity.now);
        identity.now = identity.now.plus(CachedSessions.FRESH).minusMillis(1);
        assertThat(cached.isLive(session.value(), Role.STUDENT)).isTrue();
        assertThat(cached.isLive(session.value(), Role.ADMIN)).isFalse();
        identity.now = identity.now.plusMillis(1);
        assertThat(cached.isLive(session.value(), Role.STUDENT)).isFalse();
    }

    private SessionId login() {
        identity.credentials.loginLasting("ada@example.org", PASSWORD.value(), CLIENT);
        return identity.refreshTokens.all().getLast().familyId();
    }
}
