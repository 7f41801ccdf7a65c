// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.UserStage;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.identity.application.UserFilter;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
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
@Tag(name = "Users", description = "Accounts of all users. Only administrators may use them.")
class UserController {
    private final UserAdministration users;

    UserController(UserAdministration users) {
        this.users = users;
    }

    @GetMapping
    @Operation(
            summary = "List users",
            description =
                    "The newest user comes first. Filters are the role, the stage and the activity. count=true adds the total.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<AccountView> listUsers(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Role of the users.") @Nullable Role role,
            @RequestParam(required = false) @Parameter(description = "Stage of the users.") @Nullable UserStage stage,
            @RequestParam(required = false)
                    @Parameter(description = "True for users who may log in, false for deactivated ones.")
                    @Nullable
                    Boolean active,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new UserFilter(role, stage, active);
        return Listing.of(users.list(actor, filter, page), count, () -> users.count(actor, filter));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a user", description = "The ETag is the version for an edit.")
    @Refuses({"auth.forbidden", "identity.user-not-found"})
    Versioned<AccountView> getUser(Actor actor, @PathVariable UserId id) {
        return answer(users.get(actor, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a user",
            description =
                    "Absent fields stay; null clears. Access tokens with the old role are refused within seconds. A"
                            + " sales head is an active user of role sales or admin; sales heads form no cycle.")
    @Refuses({
        "auth.forbidden",
        "identity.user-not-found",
        "request.stale-version",
        "identity.own-account",
        "identity.account-deleted",
        "identity.sales-head-ineligible",
        "identity.sales-head-cycle",
        "identity.user-leads-others"
    })
    Versioned<AccountView> updateUser(
            Actor actor, @PathVariable UserId id, IfMatch ifMatch, @RequestBody @Valid EditUserRequest request) {
        int version = ifMatch.version(() -> users.get(actor, id).version());
        return answer(users.edit(actor, id, version, request.person(), request.standing()));
    }

    @PostMapping("/{id}/deactivate")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Deactivate a user",
            description = "All sessions end. Access tokens already issued are refused within seconds.")
    @Refuses({"auth.forbidden", "identity.user-not-found", "identity.own-account", "identity.illegal-transition"})
    Versioned<AccountView> deactivateUser(Actor actor, @PathVariable UserId id) {
        return answer(users.deactivate(actor, id));
    }

    @PostMapping("/{id}/activate")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Activate a user", description = "The user may log in again.")
    @Refuses({"auth.forbidden", "identity.user-not-found", "identity.own-account", "identity.illegal-transition"})
    Versioned<AccountView> activateUser(Actor actor, @PathVariable UserId id) {
        return answer(users.activate(actor, id));
    }

    private static Versioned<AccountView> answer(AccountView account) {
        return Versioned.ok(account.version(), account);
    }

    /** Changes of a user by an administrator. */
    // waive mass-assignment: an administrator sets the role of others; the use case refuses all other callers
    record EditUserRequest(
            Change<Role> role,
            Change<UserStage> stage,
            Change<UserId> salesHeadId,
            @Schema(example = "Augusta") Change<@Size(max = Person.MAX_NAME) String> firstName,
            @Schema(example = "King") Change<@Size(max = Person.MAX_NAME) String> lastName,
            @Schema(example = "+44 20 7946 0958") Change<@Size(max = Person.MAX_PHONE_NUMBER) String> phoneNumber) {
        Person.Edit person() {
            return new Person.Edit(firstName, lastName, phoneNumber, Change.keep());
        }

        Standing.Edit standing() {
            return new Standing.Edit(role, stage, salesHeadId);
        }
    }
}
