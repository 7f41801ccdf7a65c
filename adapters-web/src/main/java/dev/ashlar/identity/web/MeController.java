// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.SessionView;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
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
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "My account", description = "Your account, profile and sessions.")
class MeController {
    private final AccountService accounts;
    private final SessionService sessions;
    private final CredentialWorkflow credentials;

    MeController(AccountService accounts, SessionService sessions, CredentialWorkflow credentials) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    @GetMapping
    @Operation(summary = "Get your account", description = "The ETag is the version for an edit.")
    @Refuses("identity.user-not-found")
    Versioned<AccountView> getAccount(Actor actor) {
        return answer(accounts.me(actor));
    }

    @PatchMapping
    @Operation(
            summary = "Update your account",
            description =
                    "Absent fields stay; null clears. Email address, password, username and role cannot be changed here.")
    @Refuses({"identity.user-not-found", "request.stale-version"})
    Versioned<AccountView> updateAccount(Actor actor, IfMatch ifMatch, @RequestBody @Valid EditMeRequest request) {
        int version = ifMatch.version(() -> accounts.me(actor).version());
        return answer(accounts.edit(actor, version, request.person(), request.profile()));
    }

    @PostMapping("/password")
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Change your password",
            description = "All other sessions end, and the tokens of reset mails become invalid.")
    @Refuses({"identity.password-wrong", "identity.login-locked", "identity.session-ended"})
    void changePassword(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid ChangePasswordRequest request,
            HttpServletRequest http) {
        credentials.changePassword(
                actor,
                Clients.sessionOf(caller),
                request.currentPassword(),
                new NewPassword(request.password()),
                Clients.of(http));
    }

    @PostMapping("/email")
    @RateLimited(RateLimited.Kind.MAIL)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Change your email address",
            description =
                    "Mails a token to the new address, which is pending until it is verified, and a notice to the present one."
                            + " All other sessions end. The present address drops a pending one.")
    @Refuses({"identity.password-wrong", "identity.login-locked", "identity.session-ended"})
    Versioned<AccountView> changeEmail(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid ChangeEmailRequest request,
            HttpServletRequest http) {
        return answer(credentials.changeEmail(
                actor, Clients.sessionOf(caller), request.currentPassword(), request.email(), Clients.of(http)));
    }

    @GetMapping("/sessions")
    @Operation(
            summary = "List your sessions",
            description = "The newest login comes first. Ended sessions are left out.")
    @Refuses("request.invalid-cursor")
    Listing<SessionView> listSessions(Actor actor, JwtAuthenticationToken caller, PageRequest page) {
        return Listing.of(sessions.list(actor, Clients.sessionOf(caller), page));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End a session",
            description = "The session gets no new access token; the last one is refused within seconds.")
    @Refuses("identity.session-not-found")
    void endSession(Actor actor, @PathVariable SessionId id) {
        sessions.end(actor, id);
    }

    private static Versioned<AccountView> answer(AccountView account) {
        return Versioned.ok(account.version(), account);
    }

    /** Current and new password. */
    record ChangePasswordRequest(
            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String currentPassword,

            @NotNull
            @Size(min = NewPassword.MIN_LENGTH, max = NewPassword.MAX_LENGTH)
            @Schema(example = "another horse battery staple")
            String password) {
        @Override
        public String toString() {
            return "ChangePasswordRequest[hidden]";
        }
    }

    /** Current password and new email address. */
    record ChangeEmailRequest(
            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String currentPassword,

            @NotBlank @Size(max = Login.MAX_EMAIL) @Schema(example = "countess@example.org")
            String email) {
        @Override
        public String toString() {
            return "ChangeEmailRequest[email=" + email + "]";
        }
    }

    /** Changes of the caller's account and profile. */
    record EditMeRequest(
            @Schema(example = "Augusta") Change<@Size(max = Person.MAX_NAME) String> firstName,
            @Schema(example = "King") Change<@Size(max = Person.MAX_NAME) String> lastName,
            @Schema(example = "+44 20 7946 0958") Change<@Size(max = Person.MAX_PHONE_NUMBER) String> phoneNumber,
            @Schema(example = "1990-12-10") Change<LocalDate> birthDate,
            @Schema(example = "Ada Lovelace") Change<@Size(max = Profile.MAX_DISPLAY_NAME) String> displayName,
            @Schema(example = "I like engines.") Change<@Size(max = Profile.MAX_BIO) String> bio,

            @Schema(example = "https://example.org/ada.png")
            Change<@Size(max = Profile.MAX_AVATAR_URL) String> avatarUrl,

            @Schema(example = "Europe/London") Change<@Size(max = Fields.MAX_TIME_ZONE) String> timeZone,
            @Schema(example = "en-GB") Change<@Size(max = Profile.MAX_LOCALE) String> locale) {
        Person.Edit person() {
            return new Person.Edit(firstName, lastName, phoneNumber, birthDate);
        }

        Profile.Edit profile() {
            return new Profile.Edit(displayName, bio, avatarUrl, timeZone, locale);
        }
    }
}
