package dev.ashlar.identity.web;

import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.identity.application.UserFilter;
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.StandingEdit;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "Everybody's accounts, for administrators.")
class UserController {
    private final UserAdministration users;

    UserController(UserAdministration users) {
        this.users = users;
    }

    @GetMapping
    @Operation(
            summary = "Accounts, newest first",
            description = "Filter by role, stage and activity. count=true adds the total.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<AccountView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UserStage stage,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new UserFilter(role, stage, active);
        return Listing.of(users.list(actor, filter, page), count ? (Long) users.count(actor, filter) : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One account")
    @Refuses({"auth.forbidden", "request.not-found"})
    ResponseEntity<AccountView> one(Actor actor, @PathVariable UserId id) {
        return answer(users.find(actor, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change an account",
            description = "Fields that are absent stay; null clears. A new role is in the person's next access token."
                    + " Sales heads are active people of role sales or admin and lead nobody in a circle.")
    @Refuses({
        "auth.forbidden",
        "request.not-found",
        "request.stale-version",
        "identity.own-account",
        "identity.not-a-sales-head",
        "identity.sales-head-cycle",
        "identity.still-leads"
    })
    ResponseEntity<AccountView> edit(
            Actor actor, @PathVariable UserId id, IfMatch ifMatch, @RequestBody @Valid EditUserRequest request) {
        return answer(users.edit(actor, id, ifMatch.version(), request.person(), request.standing()));
    }

    @PostMapping("/{id}/deactivate")
    @Operation(
            summary = "Switch an account off",
            description = "Its sessions end; access tokens already issued are refused within seconds.")
    @Refuses({"auth.forbidden", "request.not-found", "identity.own-account", "identity.activity-unchanged"})
    ResponseEntity<AccountView> deactivate(Actor actor, @PathVariable UserId id) {
        return answer(users.deactivate(actor, id));
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "Switch an account on again")
    @Refuses({"auth.forbidden", "request.not-found", "identity.own-account", "identity.activity-unchanged"})
    ResponseEntity<AccountView> activate(Actor actor, @PathVariable UserId id) {
        return answer(users.activate(actor, id));
    }

    private static ResponseEntity<AccountView> answer(AccountView account) {
        return ETags.ok(account.version(), account);
    }

    /** What to change of somebody's account. */
    // waive 87: roles are what this is for; the use case refuses everybody but administrators, and them for themselves
    record EditUserRequest(
            Change<Role> role,
            Change<UserStage> stage,
            Change<UserId> salesHeadId,
            @Schema(example = "Augusta") Change<@Size(max = 100) String> firstName,
            @Schema(example = "King") Change<@Size(max = 100) String> lastName,
            @Schema(example = "+44 20 7946 0958") Change<@Size(max = 31) String> phoneNumber) {
        PersonEdit person() {
            return new PersonEdit(firstName, lastName, phoneNumber, Change.keep());
        }

        StandingEdit standing() {
            return new StandingEdit(role, stage, salesHeadId);
        }
    }
}
