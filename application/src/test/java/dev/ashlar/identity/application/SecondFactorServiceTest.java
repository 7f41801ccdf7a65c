// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Authenticator;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.RefreshTokenStatus;
import dev.ashlar.identity.domain.SecondFactor;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondFactorServiceTest {
    private static final String EMAIL = "ada@example.org";
    private static final SessionId CURRENT = new SessionId(UUID.randomUUID());

    private final IdentityFixture identity = new IdentityFixture();
    private final Actor ada = identity.actor("ada", Role.STUDENT);

    @Test
    void countsFromItsConfirmationOn() {
        var app = enroll();
        assertThat(identity.secondFactors.get(ada)).isEqualTo(new SecondFactorView(false, null, 0));
        login(null);

        identity.secondFactors.confirm(ada, CURRENT, app.codeAt(identity.now));

        assertThat(identity.secondFactors.get(ada)).isEqualTo(new SecondFactorView(true, identity.now, 10));
        refused(IdentityProblem.SECOND_FACTOR_REQUIRED, () -> login(null));
    }

    @Test
    void asksForTheCodeOnlyAfterTheRightPassword() {
        enabled();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login(EMAIL, "wrong"));
    }

    @Test
    void opensASessionWithAFreshCodeOnce() {
        var app = enabled();
        pass(Duration.ofSeconds(30));
        var code = app.codeAt(identity.now);
        login(code);
        refused(IdentityProblem.CODE_INVALID, () -> login(code));
    }

    @Test
    void refusesTheCodeThatConfirmedTheFactor() {
        var app = enroll();
        var code = app.codeAt(identity.now);
        identity.secondFactors.confirm(ada, CURRENT, code);
        refused(IdentityProblem.CODE_INVALID, () -> login(code));
    }

    @Test
    void opensASessionWithEachRecoveryCodeOnce() {
        var app = enroll();
        var codes = identity.secondFactors.confirm(ada, CURRENT, app.codeAt(identity.now));
        var code = new OneTimeCode(codes.getFirst());
        login(code);
        refused(IdentityProblem.CODE_INVALID, () -> login(code));
        assertThat(identity.secondFactors.get(ada).recoveryCodesLeft()).isEqualTo(9);
        assertThat(identity.securityEvents.types())
                .containsExactly(
                        SecurityEventType.SECOND_FACTOR_ENABLED,
                        SecurityEventType.RECOVERY_CODE_USED,
                        SecurityEventType.CODE_REFUSED);
    }

    @Test
    void stopsCodesAfterFiveWrongOnesAndReopensAfterThePause() {
        var app = enabled();
        for (int attempt = 0; attempt < SecondFactor.MAX_FAILURES; attempt++) {
            refused(IdentityProblem.CODE_INVALID, () -> login(new OneTimeCode("000000")));
            pass(Duration.ofMinutes(4)); // below the limit of log-ins
        }
        refused(IdentityProblem.CODES_LOCKED, () -> login(app.codeAt(identity.now)));
        pass(SecondFactor.PAUSE);
        login(app.codeAt(identity.now));
    }

    @Test
    void endsAllOtherSessionsWhenItIsConfirmed() {
        login(null);
        enabled();
        assertThat(identity.refreshTokens.all())
                .noneMatch(token -> token.state().status() == RefreshTokenStatus.ACTIVE);
    }

    @Test
    void refusesAnotherFactorWhileOneIsEnabled() {
        enabled();
        refused(IdentityProblem.SECOND_FACTOR_ENABLED, () -> identity.enrollment.enroll(checked()));
        refused(
                IdentityProblem.SECOND_FACTOR_ENABLED,
                () -> identity.secondFactors.confirm(ada, CURRENT, new OneTimeCode("000000")));
    }

    @Test
    void refusesToConfirmNothing() {
        refused(
                IdentityProblem.SECOND_FACTOR_NOT_FOUND,
                () -> identity.secondFactors.confirm(ada, CURRENT, new OneTimeCode("000000")));
        refused(
                IdentityProblem.SECOND_FACTOR_NOT_FOUND,
                () -> identity.secondFactors.disable(checked(), new OneTimeCode("000000")));
    }

    @Test
    void countsWrongCodesOfTheConfirmationToo() {
        var app = enroll();
        for (int attempt = 0; attempt < SecondFactor.MAX_FAILURES; attempt++) {
            refused(
                    IdentityProblem.CODE_INVALID,
                    () -> identity.secondFactors.confirm(ada, CURRENT, new OneTimeCode("000000")));
        }
        refused(
                IdentityProblem.CODES_LOCKED,
                () -> identity.secondFactors.confirm(ada, CURRENT, app.codeAt(identity.now)));
    }

    @Test
    void needsACodeToBeDisabled() {
        var app = enabled();
        refused(
                IdentityProblem.CODE_INVALID,
                () -> identity.secondFactors.disable(checked(), new OneTimeCode("000000")));
        pass(Duration.ofSeconds(30));
        identity.secondFactors.disable(checked(), app.codeAt(identity.now));
        login(null);
        assertThat(identity.securityEvents.types()).last().isEqualTo(SecurityEventType.SECOND_FACTOR_DISABLED);
    }

    @Test
    void refusesChangesAfterThePasswordHasChanged() {
        var checked = checked();
        identity.users.setPassword(ada.userId(), "hash of another password", identity.now);
        refused(KernelProblem.BUSY, () -> identity.enrollment.enroll(checked));
        refused(KernelProblem.BUSY, () -> identity.secondFactors.disable(checked, new OneTimeCode("000000")));
        refused(KernelProblem.BUSY, () -> identity.deletion.delete(checked, null));
    }

    @Test
    void refusesALogInThatCannotCarryACode() {
        login(null);
        enabled();
        refused(
                IdentityProblem.SECOND_FACTOR_REQUIRED,
                () -> identity.credentials.loginLasting(
                        EMAIL, IdentityFixture.PASSWORD.value(), IdentityFixture.CLIENT));
    }

    private Credentials checked() {
        return identity.users.credentials(EMAIL).orElseThrow();
    }

    private Authenticator enroll() {
        return new Authenticator(identity.enrollment.enroll(checked()).secret());
    }

    private Authenticator enabled() {
        var app = enroll();
        identity.secondFactors.confirm(ada, CURRENT, app.codeAt(identity.now));
        return app;
    }

    private void login(@Nullable OneTimeCode code) {
        identity.credentials.login(EMAIL, IdentityFixture.PASSWORD.value(), code, null, IdentityFixture.CLIENT);
    }

    private void pass(Duration time) {
        identity.now = identity.now.plus(time);
    }
}
