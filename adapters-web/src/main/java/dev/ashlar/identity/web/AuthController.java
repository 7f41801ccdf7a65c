// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = AuthController.TAG, description = AuthController.ABOUT)
class AuthController {
    static final String TAG = "Authentication";
    static final String ABOUT = "Registration, login and sessions.";
    /** Example of a mailed token or refresh token. */
    static final String SECRET = "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ";

    private final CredentialWorkflow credentials;
    private final SessionService sessions;
    private final PasswordResetService resets;

    AuthController(CredentialWorkflow credentials, SessionService sessions, PasswordResetService resets) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.resets = resets;
    }

    @PostMapping("/login")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.LOGIN)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Log in",
            description =
                    "Five attempts without success within 15 minutes lock the login from this network address for a while,"
                            + " even with the right password. Retry-After says for how long. A device that has logged in"
                            + " before proves that by the refresh token of an earlier session, ended or not, and is not"
                            + " locked by the attempts of others. An account with a second factor also needs its code, or a"
                            + " recovery code.")
    @Refuses({
        "identity.credentials-invalid",
        "identity.login-locked",
        "identity.second-factor-required",
        "identity.code-invalid",
        "identity.codes-locked"
    })
    IssuedTokens logIn(@RequestBody @Valid LoginRequest request, HttpServletRequest http) {
        return credentials.login(
                request.email(), request.password(), request.oneTimeCode(), request.refreshToken(), Clients.of(http));
    }

    @PostMapping("/refresh")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.LOGIN)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Refresh a session",
            description =
                    "Exchanges a refresh token for the next pair of tokens. A retry returns the same refresh token, as long"
                            + " as that one is unused. Afterwards a request with the old token ends the session, because"
                            + " one of the two may have been stolen. A session ends after 14 days without"
                            + " a refresh, and after 90 days in any case.")
    @Refuses("identity.session-ended")
    IssuedTokens refreshSession(@RequestBody @Valid RefreshRequest request, HttpServletRequest http) {
        return sessions.refresh(request.refreshToken(), Clients.of(http));
    }

    @PostMapping("/logout")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Log out",
            description = "Ends the session of the refresh token, even if the token was used or has expired.")
    void logOut(@RequestBody @Valid RefreshRequest request) {
        sessions.logout(request.refreshToken());
    }

    @PostMapping("/password/forgot")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.MAIL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Request a password reset",
            description =
                    "Mails a token to the address. The answer is the same if there is no such account. Only the token of the"
                            + " latest mail works. A network address gets at most three mails sent in 15 minutes.")
    MailedAnswer requestPasswordReset(@RequestBody @Valid ForgotRequest request, HttpServletRequest http) {
        resets.request(request.email(), Clients.of(http));
        return new MailedAnswer("If the account exists, a mail is on its way.");
    }

    @PostMapping("/password/reset")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Reset a password",
            description =
                    "Sets a new password with a mailed token, which works once, for an hour. All sessions end, and a pending"
                            + " email address is dropped.")
    @Refuses("identity.token-invalid")
    void resetPassword(@RequestBody @Valid ResetRequest request, HttpServletRequest http) {
        credentials.resetPassword(request.token(), new NewPassword(request.password()), Clients.of(http));
    }

    /**
     * Email address and password.
     *
     * @param refreshToken refresh token of an earlier session of this device, if it has one
     */
    record LoginRequest(
            @NotBlank @Size(max = Login.MAX_EMAIL) @Schema(example = "ada@example.org")
            String email,

            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String password,

            @Size(max = OneTimeCode.MAX_LENGTH) @Schema(example = "287082") @Nullable
            String code,

            @Size(max = SecretSource.MAX_LENGTH) @Schema(example = SECRET) @Nullable
            String refreshToken) {
        @Nullable
        OneTimeCode oneTimeCode() {
            return code == null ? null : new OneTimeCode(code);
        }

        @Override
        public String toString() {
            return "LoginRequest[email=" + email + "]";
        }
    }

    /** Refresh token of a session. */
    record RefreshRequest(
            @NotBlank @Size(max = SecretSource.MAX_LENGTH) @Schema(example = SECRET)
            String refreshToken) {
        @Override
        public String toString() {
            return "RefreshRequest[hidden]";
        }
    }

    /** Email address of an account with a forgotten password. */
    record ForgotRequest(
            @NotBlank @Size(max = Login.MAX_EMAIL) @Schema(example = "ada@example.org")
            String email) {}

    /** Mailed token and the new password. */
    record ResetRequest(
            @NotBlank @Size(max = SecretSource.MAX_LENGTH) @Schema(example = SECRET)
            String token,

            @NotNull
            @Size(min = NewPassword.MIN_LENGTH, max = NewPassword.MAX_LENGTH)
            @Schema(example = "another horse battery staple")
            String password) {
        @Override
        public String toString() {
            return "ResetRequest[hidden]";
        }
    }
}
