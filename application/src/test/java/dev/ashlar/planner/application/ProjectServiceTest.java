// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.application.Crew.person;
import static dev.ashlar.planner.domain.Relations.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectServiceTest {
    private final Crew crew = new Crew();
    private final ProjectService projects = crew.projectService;
    private final ProjectMemberService members = crew.memberService;
    private final Actor owner = person();
    private final Actor friend = person();
    private final Actor stranger = person();
    private ProjectId id;

    @BeforeEach
    void createProject() {
        id = projects.create(owner, "Kitchen").id();
        crew.befriend(owner, friend);
    }

    @Test
    void renamesAndDeletesAProjectForItsOwner() {
        assertThat(projects.rename(owner, id, 0, "Bath").version()).isEqualTo(1);
        assertRefused(KernelProblem.STALE_VERSION, () -> projects.rename(owner, id, 0, "Roof"));
        assertRefused(KernelProblem.STALE_VERSION, () -> projects.delete(owner, id, 0));
        projects.delete(owner, id, 1);
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> projects.delete(owner, id, 2));
    }

    @Test
    void restoresAProjectForItsOwnerOnly() {
        members.add(owner, id, friend.userId(), ProjectRole.EDITOR);
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> projects.restore(owner, id));
        projects.delete(owner, id, 0);
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> projects.restore(friend, id));
        var view = new ProjectView(id, owner.userId(), "Kitchen", NOW, NOW, 2, null);
        given(crew.projectViews.project(owner.userId(), id, false)).willReturn(Optional.of(view));
        assertThat(projects.restore(owner, id)).isEqualTo(view);
        assertThat(members.get(friend, id, friend.userId()).membership().role()).isEqualTo(ProjectRole.EDITOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"EDITOR", "VIEWER"})
    void letsNoOtherMemberManageTheProject(ProjectRole role) {
        members.add(owner, id, friend.userId(), role);
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> projects.rename(friend, id, 0, "Bath"));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> projects.delete(friend, id, 0));
        assertRefused(
                PlannerProblem.PROJECT_FORBIDDEN, () -> members.add(friend, id, stranger.userId(), ProjectRole.VIEWER));
        assertRefused(
                PlannerProblem.PROJECT_FORBIDDEN,
                () -> members.changeRole(friend, id, friend.userId(), 0, ProjectRole.EDITOR));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> members.remove(friend, id, owner.userId(), 0));
    }

    @Test
    void hidesTheProjectFromStrangers() {
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> projects.rename(stranger, id, 0, "Bath"));
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> projects.delete(stranger, id, 0));
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> members.get(stranger, id, owner.userId()));
        assertRefused(
                PlannerProblem.PROJECT_NOT_FOUND,
                () -> members.add(stranger, id, stranger.userId(), ProjectRole.EDITOR));
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> members.remove(stranger, id, stranger.userId(), 0));
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> members.remove(stranger, id, owner.userId(), 0));
    }

    @Test
    void addsFriendsOfTheOwnerOnce() {
        assertRefused(
                PlannerProblem.FRIENDSHIP_REQUIRED,
                () -> members.add(owner, id, stranger.userId(), ProjectRole.VIEWER));
        var added = members.add(owner, id, friend.userId(), ProjectRole.VIEWER);
        assertThat(added.membership().role()).isEqualTo(ProjectRole.VIEWER);
        assertRefused(PlannerProblem.MEMBER_EXISTS, () -> members.add(owner, id, friend.userId(), ProjectRole.EDITOR));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> members.add(owner, id, friend.userId(), ProjectRole.OWNER));
    }

    @Test
    void changesARoleOfTheVersionThatTheOwnerRead() {
        int first = members.add(owner, id, friend.userId(), ProjectRole.VIEWER).version();
        var changed = members.changeRole(owner, id, friend.userId(), first, ProjectRole.EDITOR);
        assertThat(changed.version()).isEqualTo(first + 1);
        assertThat(members.changeRole(owner, id, friend.userId(), first + 1, ProjectRole.EDITOR))
                .as("no change")
                .isEqualTo(changed);
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> members.changeRole(owner, id, friend.userId(), first, ProjectRole.EDITOR));
        assertThat(members.get(friend, id, friend.userId()).membership().role()).isEqualTo(ProjectRole.EDITOR);
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> members.changeRole(owner, id, friend.userId(), first, ProjectRole.VIEWER));
        assertRefused(
                PlannerProblem.OWN_MEMBERSHIP,
                () -> members.changeRole(owner, id, owner.userId(), 0, ProjectRole.VIEWER));
        assertRefused(
                PlannerProblem.MEMBER_NOT_FOUND,
                () -> members.changeRole(owner, id, stranger.userId(), 0, ProjectRole.VIEWER));
    }

    @Test
    void letsAMemberLeaveAndTheOwnerRemoveMembers() {
        int former = members.add(owner, id, friend.userId(), ProjectRole.VIEWER).version();
        members.remove(friend, id, friend.userId(), former);
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> members.get(friend, id, friend.userId()));
        int present =
                members.add(owner, id, friend.userId(), ProjectRole.VIEWER).version();
        assertRefused(KernelProblem.STALE_VERSION, () -> members.remove(owner, id, friend.userId(), former));
        members.remove(owner, id, friend.userId(), present);
        assertRefused(PlannerProblem.MEMBER_NOT_FOUND, () -> members.remove(owner, id, friend.userId(), 0));
        assertRefused(PlannerProblem.OWN_MEMBERSHIP, () -> members.remove(owner, id, owner.userId(), 0));
    }
}
