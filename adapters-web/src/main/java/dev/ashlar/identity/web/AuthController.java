package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Authentication", description = "Joining, logging in and staying so.")
class AuthController {
    private final CredentialWorkflow credentials;
    private final SessionService sessions;
    private final PasswordResetService resets;
    private final AccountService accounts;
    private final KnownPlatforms platforms;

    AuthController(
            CredentialWorkflow credentials,
            SessionService sessions,
            PasswordResetService resets,
            AccountService accounts,
            KnownPlatforms platforms) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.resets = resets;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    @PostMapping("/register")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Join",
            description =
                    "Makes an account with a profile and mails a token that verifies the address. Every newcomer is a"
                            + " student; email address and username are unique whatever their case.")
    @Refuses({"identity.email-taken", "identity.username-taken", "request.unknown-platform"})
    ResponseEntity<AccountView> register(
            @RequestBody @Valid RegisterRequest request,
            @RequestHeader(name = "X-Platform", defaultValue = Actor.DEFAULT_PLATFORM) String platform) {
        if (!platforms.contains(platform)) {
            throw KernelProblem.UNKNOWN_PLATFORM
                    .because("Send the code of a platform in X-Platform, or leave the header out.")
                    .at("X-Platform", "must be the code of a platform");
        }
        var account = credentials.register(request.registration(platform), new NewPassword(request.password()));
        return ResponseEntity.created(URI.create("/api/v1/me"))
                .eTag(ETags.of(account.version()))
                .body(account);
    }

    @PostMapping("/login")
    @PublicEndpoint
    @Operation(
            summary = "Log in",
            description =
                    "Five attempts without success within 15 minutes close the account to further ones for a while,"
                            + " even with the right password; Retry-After says for how long.")
    @Refuses({"identity.invalid-credentials", "identity.locked-out"})
    IssuedTokens login(@RequestBody @Valid LoginRequest request, HttpServletRequest http) {
        return credentials.login(request.email(), request.password(), client(http));
    }

    @PostMapping("/refresh")
    @PublicEndpoint
    @Operation(
            summary = "Trade a refresh token for the next pair of tokens",
            description =
                    "A refresh token works once. Sent again within 30 seconds it still gives a good pair, since the"
                            + " answer may have been lost; sent again later it ends the session, since it may have been stolen.")
    @Refuses("identity.session-revoked")
    IssuedTokens refresh(@RequestBody @Valid RefreshRequest request, HttpServletRequest http) {
        return sessions.refresh(request.refreshToken(), client(http));
    }

    @PostMapping("/logout")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Log out",
            description = "Ends the session of the refresh token, also with one that was used or has expired.")
    void logout(@RequestBody @Valid RefreshRequest request) {
        sessions.logout(request.refreshToken());
    }

    @PostMapping("/password/forgot")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a mail to reset the password",
            description = "The answer is the same whether or not there is such an account. At most three mails in 15"
                    + " minutes.")
    ForgotAnswer forgotPassword(@RequestBody @Valid ForgotRequest request, HttpServletRequest http) {
        resets.request(request.email(), client(http));
        return new ForgotAnswer(ForgotAnswer.TEXT);
    }

    @PostMapping("/password/reset")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Set a new password with a mailed token",
            description = "The token works once, for an hour. All sessions of the account end.")
    @Refuses("identity.invalid-token")
    void resetPassword(@RequestBody @Valid ResetRequest request, HttpServletRequest http) {
        credentials.resetPassword(request.token(), new NewPassword(request.password()), client(http));
    }

    @PostMapping("/email/verify")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Verify the email address with a mailed token", description = "The token works once.")
    @Refuses("identity.invalid-token")
    void verifyEmail(@RequestBody @Valid VerifyRequest request) {
        accounts.verifyEmail(request.token());
    }

    private static Client client(HttpServletRequest http) {
        return new Client(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
    }

    /**
     * A newcomer.
     *
     * @param timeZone IANA name; UTC if absent
     * @param locale language tag; en if absent
     */
    record RegisterRequest(
            @NotBlank @Size(max = 254) @Schema(example = "ada@example.org")
            String email,

            @NotBlank @Size(min = 3, max = 30) @Schema(example = "ada")
            String username,

            @NotNull
            @Size(min = NewPassword.MIN_LENGTH, max = NewPassword.MAX_LENGTH)
            @Schema(example = "correct horse battery staple")
            String password,

            @NotBlank @Size(max = 100) @Schema(example = "Ada")
            String firstName,

            @NotBlank @Size(max = 100) @Schema(example = "Lovelace")
            String lastName,

            @Size(max = 31) @Schema(example = "+44 20 7946 0958") @Nullable
            String phoneNumber,

            @Schema(example = "1990-12-10") @Nullable LocalDate birthDate,

            @Size(max = 60) @Schema(example = "Europe/London") @Nullable
            String timeZone,

            @Size(max = 35) @Schema(example = "en-GB") @Nullable
            String locale) {
        Registration registration(String platform) {
            return new Registration(
                    email, username, firstName, lastName, phoneNumber, birthDate, timeZone, locale, platform);
        }

        @Override
        public String toString() {
            return "RegisterRequest[email=" + email + "]";
        }
    }

    /** Who wants in. */
    record LoginRequest(
            @NotBlank @Size(max = 254) @Schema(example = "ada@example.org")
            String email,

            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String password) {
        @Override
        public String toString() {
            return "LoginRequest[email=" + email + "]";
        }
    }

    /** A refresh token. */
    record RefreshRequest(
            @NotBlank @Size(max = 100) @Schema(example = "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ")
            String refreshToken) {
        @Override
        public String toString() {
            return "RefreshRequest[hidden]";
        }
    }

    /** Whose password is forgotten. */
    record ForgotRequest(
            @NotBlank @Size(max = 254) @Schema(example = "ada@example.org")
            String email) {}

    /** The same for everybody who asks. */
    record ForgotAnswer(@Schema(example = ForgotAnswer.TEXT) String message) {
        static final String TEXT = "If there is such an account, a mail is on its way.";
    }

    /** A mailed token and the new password. */
    record ResetRequest(
            @NotBlank @Size(max = 100) @Schema(example = "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ")
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

    /** A mailed token. */
    record VerifyRequest(
            @NotBlank @Size(max = 100) @Schema(example = "q1Yx0lW0cJc3o5mV1k2m8yqg7b1m3vJm0Yb6yZ4h0nQ")
            String token) {
        @Override
        public String toString() {
            return "VerifyRequest[hidden]";
        }
    }
}
