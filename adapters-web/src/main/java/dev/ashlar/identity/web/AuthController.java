package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.SecretSource;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.limits.RateLimitKind;
import dev.ashlar.kernel.web.limits.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Authentication", description = "Registration, login and sessions.")
class AuthController {
    private static final String SECRET = "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ";

    private final RegistrationWorkflow registrations;
    private final CredentialWorkflow credentials;
    private final SessionService sessions;
    private final PasswordResetService resets;
    private final AccountService accounts;
    private final KnownPlatforms platforms;

    AuthController(
            RegistrationWorkflow registrations,
            CredentialWorkflow credentials,
            SessionService sessions,
            PasswordResetService resets,
            AccountService accounts,
            KnownPlatforms platforms) {
        this.registrations = registrations;
        this.credentials = credentials;
        this.sessions = sessions;
        this.resets = resets;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    @PostMapping("/register")
    @PublicEndpoint
    @RateLimited(RateLimitKind.MAIL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Register an account",
            description =
                    "Creates an account with a profile and mails a token that verifies the address. Every new user is a"
                            + " student. The answer is the same if the address has an account; then its owner gets a mail"
                            + " instead. A username is public, so a taken one is refused.")
    @Refuses({"identity.username-taken", "request.unknown-platform"})
    MailedAnswer registerAccount(
            @RequestBody @Valid RegisterRequest request,
            @RequestHeader(name = "X-Platform", defaultValue = Actor.DEFAULT_PLATFORM) String platform,
            HttpServletRequest http) {
        if (!platforms.contains(platform)) {
            throw KernelProblem.UNKNOWN_PLATFORM
                    .because(
                            "The platform in X-Platform is unknown. Send the code of a platform or leave the header out.")
                    .at("X-Platform", "must be the code of a platform");
        }
        registrations.register(request.registration(platform), new NewPassword(request.password()), Clients.of(http));
        return new MailedAnswer("A mail is on its way to the address.");
    }

    @PostMapping("/login")
    @PublicEndpoint
    @RateLimited(RateLimitKind.LOGIN)
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
    @RateLimited(RateLimitKind.LOGIN)
    @Operation(
            summary = "Refresh a session",
            description =
                    "Exchanges a refresh token for the next pair of tokens. Sent again it returns the same refresh token,"
                            + " because the answer may have been lost. Sent again after that one was used, it ends the"
                            + " session, because one of the two may have been stolen. A session ends after 14 days without"
                            + " a refresh, and after 90 days in any case.")
    @Refuses("identity.session-ended")
    IssuedTokens refreshSession(@RequestBody @Valid RefreshRequest request, HttpServletRequest http) {
        return sessions.refresh(request.refreshToken(), Clients.of(http));
    }

    @PostMapping("/logout")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Log out",
            description = "Ends the session of the refresh token, even if the token was used or has expired.")
    void logOut(@RequestBody @Valid RefreshRequest request) {
        sessions.logout(request.refreshToken());
    }

    @PostMapping("/password/forgot")
    @PublicEndpoint
    @RateLimited(RateLimitKind.MAIL)
    @ResponseStatus(HttpStatus.ACCEPTED)
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
    @RateLimited(RateLimitKind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Reset a password",
            description =
                    "Sets a new password with a mailed token, which works once, for an hour. All sessions end, and a pending"
                            + " email address is dropped.")
    @Refuses("identity.token-invalid")
    void resetPassword(@RequestBody @Valid ResetRequest request, HttpServletRequest http) {
        credentials.resetPassword(request.token(), new NewPassword(request.password()), Clients.of(http));
    }

    @PostMapping("/email/verify")
    @PublicEndpoint
    @RateLimited(RateLimitKind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Verify an email address",
            description =
                    "The mailed token works once, for three days. A pending address replaces that of the account.")
    @Refuses({"identity.token-invalid", "identity.email-taken"})
    void verifyEmailAddress(@RequestBody @Valid VerifyRequest request) {
        accounts.verifyEmail(request.token());
    }

    /**
     * New user.
     *
     * @param timeZone IANA name; UTC if absent
     * @param locale language tag; en if absent
     */
    record RegisterRequest(
            @NotBlank @Size(max = Login.MAX_EMAIL) @Schema(example = "ada@example.org")
            String email,

            @NotBlank @Size(min = Login.MIN_USERNAME, max = Login.MAX_USERNAME) @Schema(example = "ada")
            String username,

            @NotNull
            @Size(min = NewPassword.MIN_LENGTH, max = NewPassword.MAX_LENGTH)
            @Schema(example = "correct horse battery staple")
            String password,

            @NotBlank @Size(max = Person.MAX_NAME) @Schema(example = "Ada")
            String firstName,

            @NotBlank @Size(max = Person.MAX_NAME) @Schema(example = "Lovelace")
            String lastName,

            @Size(max = Person.MAX_PHONE_NUMBER) @Schema(example = "+44 20 7946 0958") @Nullable
            String phoneNumber,

            @Schema(example = "1990-12-10") @Nullable LocalDate birthDate,

            @Size(max = Fields.MAX_TIME_ZONE) @Schema(example = "Europe/London") @Nullable
            String timeZone,

            @Size(max = Profile.MAX_LOCALE) @Schema(example = "en-GB") @Nullable
            String locale) {
        Registration registration(String platform) {
            var person = Person.of(firstName, lastName, phoneNumber, birthDate);
            return new Registration(email, username, person, timeZone, locale, platform);
        }

        @Override
        public String toString() {
            return "RegisterRequest[email=" + email + "]";
        }
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

    /** Answer that does not tell if the address has an account. */
    record MailedAnswer(
            @Schema(example = "A mail is on its way to the address.")
            String message) {}

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

    /** Mailed token. */
    record VerifyRequest(
            @NotBlank @Size(max = SecretSource.MAX_LENGTH) @Schema(example = SECRET)
            String token) {
        @Override
        public String toString() {
            return "VerifyRequest[hidden]";
        }
    }
}
