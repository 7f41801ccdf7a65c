// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.Friendship;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectMember;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Projects;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Members of projects. The owner adds friends and removes members; every other member may leave. */
@ApplicationService
public class ProjectMemberService {
    private static final String LIST = "planner.project-members";

    private final Projects projects;
    private final ProjectViews views;
    private final Friendships friendships;
    private final Persons persons;
    private final IdSource ids;
    private final InstantSource clock;

    ProjectMemberService(
            Projects projects,
            ProjectViews views,
            Friendships friendships,
            Persons persons,
            IdSource ids,
            InstantSource clock) {
        this.projects = projects;
        this.views = views;
        this.friendships = friendships;
        this.persons = persons;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns members of a project, without those with whom there is a block. */
    public Page<ProjectMemberView> list(Actor actor, ProjectId id, boolean membership, PageRequest page) {
        var rows = views.members(actor.userId(), id, membership, page.afterUuid(LIST), page.rowsToRead());
        if (rows.isEmpty()) {
            requireMember(actor, id);
        }
        var profiles = persons.byId(rows.stream().map(ProjectMemberRow::userId).toList());
        var found = Page.of(rows, page, row -> Cursor.of(LIST, row.userId()));
        return new Page<>(
                found.items().stream()
                        .map(row -> new ProjectMemberView(Persons.known(profiles, row.userId()), row.membership()))
                        .toList(),
                found.next());
    }

    /** Returns one member with its role and the time of joining. */
    public MemberDetails get(Actor actor, ProjectId id, UserId person) {
        requireMember(actor, id);
        if (friendships
                .between(actor.userId(), person)
                .filter(Friendship::isBlocked)
                .isPresent()) {
            throw notFound(id, person);
        }
        var member = find(id, person);
        return details(member, member.version());
    }

    /** Adds a friend of the owner. The friendship stays locked, so that a block by the friend ends this membership, too. */
    @Transactional
    public MemberDetails add(Actor actor, ProjectId id, UserId person, ProjectRole role) {
        var member = ProjectService.owned(projects, actor, id)
                .member(person, role, clock.instant())
                .startingAt(ids.nextVersion()); // a former member may be added again
        if (!friendships.lockAccepted(actor.userId(), person)) {
            throw PlannerProblem.FRIENDSHIP_REQUIRED
                    .because("You and user " + person.value() + " are not friends. Request a friendship first.")
                    .at("/userId", "must be a friend");
        }
        if (!projects.addMember(member)) {
            throw PlannerProblem.MEMBER_EXISTS.because("User " + person.value() + " is already a member of project "
                    + id.value() + ". Change the role of the member instead.");
        }
        return details(member, member.version());
    }

    @Transactional
    public MemberDetails changeRole(Actor actor, ProjectId id, UserId person, int version, ProjectRole role) {
        ProjectService.owned(projects, actor, id);
        var member = find(id, person);
        var changed = member.with(role);
        boolean isSame = changed.equals(member);
        if (isSame ? member.version() != version : !projects.updateMember(changed, version, clock.instant())) {
            throw KernelProblem.stale("The role of member " + person.value(), version);
        }
        return details(changed, isSame ? version : version + 1);
    }

    /** Ends a membership: that of another person if the actor is the owner, or the actor's own. */
    @Transactional
    public void remove(Actor actor, ProjectId id, UserId person, int version) {
        if (person.equals(actor.userId())) {
            requireMember(actor, id);
        } else {
            ProjectService.owned(projects, actor, id);
        }
        var member = find(id, person);
        member.requireRemovable();
        if (!projects.removeMember(member, version)) {
            throw KernelProblem.stale("The role of member " + person.value(), version);
        }
    }

    private void requireMember(Actor actor, ProjectId id) {
        if (projects.roleOf(actor.userId(), id).isEmpty()) {
            throw ProjectService.notFound(id);
        }
    }

    private ProjectMember find(ProjectId id, UserId person) {
        return projects.findMember(id, person).orElseThrow(() -> notFound(id, person));
    }

    private MemberDetails details(ProjectMember member, int version) {
        var profiles = persons.byId(List.of(member.userId()));
        return new MemberDetails(
                Persons.known(profiles, member.userId()),
                new MembershipView(member.role(), member.joinedAt()),
                version);
    }

    private static DomainException notFound(ProjectId id, UserId person) {
        return PlannerProblem.MEMBER_NOT_FOUND.because("User " + person.value() + " is no member of project "
                + id.value() + ". List the members to find the id.");
    }
}
