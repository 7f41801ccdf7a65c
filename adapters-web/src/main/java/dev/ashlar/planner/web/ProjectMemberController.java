// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.MemberDetails;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectMemberView;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{id}/members")
@Tag(name = "Projects")
class ProjectMemberController {
    private static final String ONE = "/{userId}";

    private final ProjectMemberService members;

    ProjectMemberController(ProjectMemberService members) {
        this.members = members;
    }

    @GetMapping
    @Operation(
            summary = "List the members of a project",
            description =
                    "Members of the project may do so. membership=true adds role and time of joining. Members whom"
                            + " you have blocked, or who have blocked you, are left out.")
    @Refuses({"planner.project-not-found", "request.invalid-cursor"})
    Listing<ProjectMemberView> listMembers(
            Actor actor,
            @PathVariable ProjectId id,
            @RequestParam(defaultValue = "false") @Parameter(description = "True to add role and time of joining.")
                    boolean membership,
            PageRequest page) {
        return Listing.of(members.list(actor, id, membership, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Add a member to a project",
            description = "The owner of the project may add friends, as editors or viewers.")
    @Refuses({
        "planner.project-not-found",
        "planner.project-forbidden",
        "planner.friendship-required",
        "planner.member-exists"
    })
    Versioned<MemberDetails> addMember(
            Actor actor, @PathVariable ProjectId id, @RequestBody @Valid MemberRequest request) {
        var member = members.add(actor, id, request.userId(), request.role());
        var path = "/api/v1/projects/" + id.value() + "/members/"
                + request.userId().value();
        return Versioned.created(path, member.version(), member);
    }

    @GetMapping(ONE)
    @Operation(
            summary = "Get a member of a project",
            description = "Includes role and time of joining. The ETag is the version for an edit.")
    @Refuses({"planner.project-not-found", "planner.member-not-found"})
    Versioned<MemberDetails> getMember(Actor actor, @PathVariable ProjectId id, @PathVariable UserId userId) {
        var member = members.get(actor, id, userId);
        return Versioned.okByContent(member.version(), member);
    }

    @PatchMapping(ONE)
    @Operation(
            summary = "Change the role of a member",
            description = "The owner of the project may do so. Editors edit todos, viewers only read.")
    @Refuses({
        "planner.project-not-found",
        "planner.project-forbidden",
        "planner.member-not-found",
        "planner.own-membership",
        "request.stale-version"
    })
    Versioned<MemberDetails> updateMember(
            Actor actor,
            @PathVariable ProjectId id,
            @PathVariable UserId userId,
            IfMatch ifMatch,
            @RequestBody @Valid RoleRequest request) {
        int version = version(actor, id, userId, ifMatch);
        var member = members.changeRole(actor, id, userId, version, request.role());
        return Versioned.ok(member.version(), member);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a member from a project",
            description = "The owner of the project may remove others, and each other member may leave. Todos stay with"
                    + " their owners.")
    @Refuses({
        "planner.project-not-found",
        "planner.project-forbidden",
        "planner.member-not-found",
        "planner.own-membership",
        "request.stale-version"
    })
    void removeMember(Actor actor, @PathVariable ProjectId id, @PathVariable UserId userId, IfMatch ifMatch) {
        members.remove(actor, id, userId, version(actor, id, userId, ifMatch));
    }

    private int version(Actor actor, ProjectId id, UserId userId, IfMatch ifMatch) {
        return ifMatch.version(() -> members.get(actor, id, userId).version());
    }

    /** Friend to add to a project. */
    record MemberRequest(
            @NotNull @Schema(example = "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b")
            UserId userId,

            // waive mass-assignment: the owner of a project sets the role of others; the use case refuses all other
            // callers
            @NotNull @Schema(example = "editor") ProjectRole role) {}

    /** Role of a member. */
    record RoleRequest(
            // waive mass-assignment: the owner of a project sets the role of others; the use case refuses all other
            // callers
            @NotNull @Schema(example = "viewer") ProjectRole role) {}
}
