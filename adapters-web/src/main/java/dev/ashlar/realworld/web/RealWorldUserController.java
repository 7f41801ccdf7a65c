// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.web.LenientParameters;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.LimitedRequests;
import dev.ashlar.kernel.web.limits.RateLimited;
import dev.ashlar.kernel.web.security.AccessTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LenientParameters
@RequestMapping(path = "/api", produces = RealWorld.JSON)
@Tag(name = RealWorld.TAG, description = RealWorld.ABOUT)
class RealWorldUserController {
    private final RegistrationWorkflow registrations;
    private final CredentialWorkflow credentials;
    private final AccountService accounts;
    private final LimitedRequests limits;

    RealWorldUserController(
            RegistrationWorkflow registrations,
            CredentialWorkflow credentials,
            AccountService accounts,
            LimitedRequests limits) {
        this.registrations = registrations;
        this.credentials = credentials;
        this.accounts = accounts;
        this.limits = limits;
    }

    @PostMapping("/users")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.MAIL)
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Register a user", description = "The answer has a token as after a login.")
    @Refuses({"identity.email-taken", "identity.username-taken"})
    UserAnswer registerRealWorldUser(@RequestBody @Valid RegisterBody body, HttpServletRequest http) {
        var joined = registrations.join(
                body.user().registration(), new NewPassword(body.user().password()), client(http));
        return UserAnswer.of(joined.account(), joined.accessToken());
    }

    @PostMapping("/users/login")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.LOGIN)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Log in",
            description =
                    "The token is valid for 24 hours or until its session ends. An account with a second factor logs in with"
                            + " POST /api/v1/auth/login, and its access token works here.")
    @Refuses({"identity.credentials-invalid", "identity.login-locked", "identity.second-factor-required"})
    UserAnswer logInRealWorldUser(@RequestBody @Valid LoginBody body, HttpServletRequest http) {
        var login = credentials.loginLasting(body.user().email(), body.user().password(), client(http));
        return UserAnswer.of(login.account(), login.accessToken());
    }

    @GetMapping("/user")
    @Operation(summary = "Get the current user", description = "The answer repeats the token of the request.")
    UserAnswer getRealWorldUser(Actor actor, JwtAuthenticationToken caller) {
        return UserAnswer.of(accounts.me(actor), caller.getToken().getTokenValue());
    }

    @PutMapping("/user")
    @Operation(
            summary = "Update the current user",
            description =
                    "Absent fields keep their values; null or \"\" clears bio and image. A new password or email address ends"
                            + " all other sessions. A new address is mailed a token, the old one a notice; for the login the"
                            + " new one counts once it is verified.")
    @Refuses({"identity.email-taken", "identity.username-taken"})
    UserAnswer updateRealWorldUser(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid UpdateBody body,
            HttpServletRequest http,
            HttpServletResponse answer) {
        var change = body.user();
        var password = change.newPassword();
        if (password != null) {
            limits.count(RateLimited.Kind.LOGIN, http, answer);
        }
        var account = credentials.change(
                actor,
                sessionOf(caller),
                change.login(),
                change.profile(),
                password,
                () -> limits.count(RateLimited.Kind.MAIL, http, answer));
        return UserAnswer.of(account, caller.getToken().getTokenValue());
    }

    private static Client client(HttpServletRequest http) {
        return new Client(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
    }

    private static SessionId sessionOf(JwtAuthenticationToken caller) {
        return new SessionId(AccessTokens.sessionOf(caller.getToken()));
    }

    /** Envelope of a registration. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisterBody(@NotNull @Valid RegisteredUser user) {}

    /** New user. The username is also the first and last name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisteredUser(
            @NotBlank @Size(max = Login.MAX_USERNAME, message = RealWorld.TOO_LONG) @Schema(example = "ada")
            String username,

            @NotBlank @Size(max = Login.MAX_EMAIL, message = RealWorld.TOO_LONG) @Schema(example = "ada@example.org")
            String email,

            @NotEmpty
            @Size(max = NewPassword.MAX_LENGTH, message = RealWorld.TOO_LONG)
            @Schema(example = "correct horse battery staple")
            String password) {
        Registration registration() {
            return Registration.of(email, username, username, username, Actor.DEFAULT_PLATFORM);
        }

        @Override
        public String toString() {
            return "RegisteredUser[username=" + username + "]";
        }
    }

    /** Envelope of a login. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LoginBody(@NotNull @Valid LoginUser user) {}

    /** Credentials. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LoginUser(
            @NotBlank @Size(max = Login.MAX_EMAIL, message = RealWorld.TOO_LONG) @Schema(example = "ada@example.org")
            String email,

            @NotEmpty
            @Size(max = NewPassword.MAX_LENGTH, message = RealWorld.TOO_LONG)
            @Schema(example = "correct horse battery staple")
            String password) {
        @Override
        public String toString() {
            return "LoginUser[email=" + email + "]";
        }
    }

    /** Envelope of the changes of a user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UpdateBody(@NotNull @Valid UpdatedUser user) {}

    /** Changes of a user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UpdatedUser(
            @Schema(example = "ada@example.org")
            Change<@NotBlank @Size(max = Login.MAX_EMAIL, message = RealWorld.TOO_LONG) String> email,

            @Schema(example = "ada")
            Change<@NotBlank @Size(max = Login.MAX_USERNAME, message = RealWorld.TOO_LONG) String> username,

            @Schema(example = "another horse battery staple")
            Change<@NotEmpty @Size(max = NewPassword.MAX_LENGTH, message = RealWorld.TOO_LONG) String> password,

            @Schema(example = "I like engines.")
            Change<@Size(max = Profile.MAX_BIO, message = RealWorld.TOO_LONG) String> bio,

            @Schema(example = "https://example.org/ada.png")
            Change<@Size(max = Profile.MAX_AVATAR_URL, message = RealWorld.TOO_LONG) String> image) {
        Login.Edit login() {
            return new Login.Edit(email, username);
        }

        Profile.Edit profile() {
            return new Profile.Edit(Change.keep(), bio, image, Change.keep(), Change.keep());
        }

        @Nullable
        NewPassword newPassword() {
            var chosen = password.value();
            return chosen == null ? null : new NewPassword(chosen);
        }

        @Override
        public String toString() {
            return "UpdatedUser[hidden]";
        }
    }

    /** Envelope of the current user. */
    record UserAnswer(RealWorldUser user) {
        static UserAnswer of(AccountView account, String token) {
            return new UserAnswer(new RealWorldUser(
                    account.login().latestEmail(),
                    token,
                    account.login().username(),
                    account.profile().bio(),
                    account.profile().avatarUrl()));
        }
    }

    /** The current user with the access token of the request. */
    record RealWorldUser(
            @Schema(example = "ada@example.org") String email,

            @Schema(example = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhc2hsYXIifQ.c2lnbmVk")
            String token,

            @Schema(example = "ada") String username,
            @Schema(example = "I like engines.") @Nullable String bio,

            @Schema(example = "https://example.org/ada.png") @Nullable
            String image) {
        @Override
        public String toString() {
            return "RealWorldUser[username=" + username + "]";
        }
    }
}
