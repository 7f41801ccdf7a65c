package dev.ashlar.identity.web;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.SessionView;
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.ProfileEdit;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.security.AccessTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "My account", description = "Your own account, profile and sessions.")
class MeController {
    private final AccountService accounts;
    private final SessionService sessions;

    MeController(AccountService accounts, SessionService sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Your account and profile")
    @Refuses("request.not-found")
    ResponseEntity<AccountView> me(Actor actor) {
        return answer(accounts.me(actor));
    }

    @PatchMapping
    @Operation(
            summary = "Change your account and profile",
            description = "Fields that are absent stay; null clears. Email address, username and role cannot be changed"
                    + " here.")
    @Refuses({"request.not-found", "request.stale-version"})
    ResponseEntity<AccountView> edit(Actor actor, IfMatch ifMatch, @RequestBody @Valid EditMeRequest request) {
        return answer(accounts.edit(actor, ifMatch.version(), request.person(), request.profile()));
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where you are logged in, newest login first")
    @Refuses("request.invalid-cursor")
    Listing<SessionView> sessions(Actor actor, JwtAuthenticationToken caller, PageRequest page) {
        return Listing.of(sessions.list(actor, sessionOf(caller), page));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Log out somewhere",
            description = "The session gets no new access token; the last one it got is refused within seconds.")
    @Refuses("request.not-found")
    void endSession(Actor actor, @PathVariable SessionId id) {
        sessions.end(actor, id);
    }

    private static SessionId sessionOf(JwtAuthenticationToken caller) {
        var session = caller.getToken().getClaimAsString(AccessTokens.SESSION_CLAIM);
        if (session == null) {
            throw KernelProblem.UNAUTHENTICATED.because("The access token belongs to no session; log in again.");
        }
        return new SessionId(UUID.fromString(session));
    }

    private static ResponseEntity<AccountView> answer(AccountView account) {
        return ETags.ok(account.version(), account);
    }

    /** What to change of your account and profile. */
    record EditMeRequest(
            @Schema(example = "Augusta") Change<@Size(max = 100) String> firstName,
            @Schema(example = "King") Change<@Size(max = 100) String> lastName,
            @Schema(example = "+44 20 7946 0958") Change<@Size(max = 31) String> phoneNumber,
            @Schema(example = "1990-12-10") Change<LocalDate> birthDate,
            @Schema(example = "Ada Lovelace") Change<@Size(max = 201) String> displayName,
            @Schema(example = "I like engines.") Change<@Size(max = 2000) String> bio,
            @Schema(example = "https://example.org/ada.png") Change<@Size(max = 508) String> avatarUrl,
            @Schema(example = "Europe/London") Change<@Size(max = 60) String> timeZone,
            @Schema(example = "en-GB") Change<@Size(max = 35) String> locale) {
        PersonEdit person() {
            return new PersonEdit(firstName, lastName, phoneNumber, birthDate);
        }

        ProfileEdit profile() {
            return new ProfileEdit(displayName, bio, avatarUrl, timeZone, locale);
        }
    }
}
