// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.project;
import static dev.ashlar.planner.domain.Relations.request;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.MembershipView;
import dev.ashlar.planner.application.ProjectMemberRow;
import dev.ashlar.planner.application.ProjectView;
import dev.ashlar.planner.application.ProjectViews;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Projects;
import dev.ashlar.planner.domain.ProjectsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ProjectMapper.delete soft deletion", test = "deletesTheVersionThatItsOwnerRead")
@Kills(mutant = "mapper ProjectMapper.delete version", test = "deletesTheVersionThatItsOwnerRead")
@Kills(mutant = "mapper ProjectMapper.removeMember owner again", test = "changesTheRoleOfTheVersionThatWasRead")
@Kills(mutant = "mapper ProjectMapper.removeMember version", test = "changesTheRoleOfTheVersionThatWasRead")
@Kills(mutant = "mapper ProjectMapper.update soft deletion", test = "deletesTheVersionThatItsOwnerRead")
@Kills(mutant = "mapper ProjectMapper.updateMember owner again", test = "changesTheRoleOfTheVersionThatWasRead")
class ProjectMapperTest extends ProjectsContract {
    private final UserId owner = user();
    private final UserId friend = user();

    @Autowired
    private ProjectMapper projects;

    @Autowired
    private ProjectViews views;

    @Autowired
    private Friendships friendships;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Projects projects() {
        return projects;
    }

    @Test
    void listsTheProjectsOfAMemberFromTheKeyOn() {
        var first = stored(owner, "Kitchen");
        var second = stored(friend, "Garden");
        projects.addMember(second.member(owner, ProjectRole.VIEWER, LATER));
        stored(friend, "Roof");

        assertThat(views.projects(owner, false, null, 5))
                .extracting(ProjectView::id)
                .containsExactly(first.id(), second.id());
        assertThat(views.projects(owner, false, first.id().value(), 5))
                .extracting(ProjectView::id)
                .containsExactly(second.id());
        assertThat(views.project(owner, second.id(), false))
                .get()
                .extracting(ProjectView::name)
                .isEqualTo("Garden");
        assertThat(views.project(user(), second.id(), false)).isEmpty();
        assertThat(projects.delete(friend, second.id(), 0, LATER)).isTrue();
        assertThat(views.projects(owner, false, null, 5)).hasSize(1);
        assertThat(views.project(owner, second.id(), false)).isEmpty();
    }

    @Test
    void tellsRoleAndTimeOfJoiningOnlyWhenAskedFor() {
        var project = stored(owner, "Kitchen");
        projects.addMember(project.member(friend, ProjectRole.EDITOR, LATER));
        var editor = new MembershipView(ProjectRole.EDITOR, LATER);

        assertThat(views.projects(friend, false, null, 5))
                .extracting(ProjectView::membership)
                .containsOnlyNulls();
        assertThat(views.projects(friend, true, null, 5))
                .extracting(ProjectView::membership)
                .containsExactly(editor);
        assertThat(views.project(friend, project.id(), true))
                .get()
                .extracting(ProjectView::membership)
                .isEqualTo(editor);
        assertThat(views.members(owner, project.id(), false, null, 5))
                .hasSize(2)
                .extracting(ProjectMemberRow::membership)
                .containsOnlyNulls();
        assertThat(views.members(owner, project.id(), true, null, 5))
                .extracting(ProjectMemberRow::membership)
                .containsExactly(new MembershipView(ProjectRole.OWNER, NOW), editor);
    }

    @Test
    void showsMembersToMembersOnlyAndFromTheKeyOn() {
        var project = stored(owner, "Kitchen");
        projects.addMember(project.member(friend, ProjectRole.VIEWER, NOW));
        assertThat(views.members(friend, project.id(), false, null, 5))
                .extracting(ProjectMemberRow::userId)
                .containsExactly(owner, friend);
        assertThat(views.members(friend, project.id(), false, owner.value(), 5))
                .extracting(ProjectMemberRow::userId)
                .containsExactly(friend);
        assertThat(views.members(user(), project.id(), false, null, 5)).isEmpty();
        projects.delete(owner, project.id(), 0, LATER);
        assertThat(views.members(friend, project.id(), false, null, 5)).isEmpty();
    }

    @Test
    void hidesMembersAfterABlockInBothDirections() {
        var project = stored(owner, "Kitchen");
        var other = user();
        projects.addMember(project.member(friend, ProjectRole.VIEWER, NOW));
        projects.addMember(project.member(other, ProjectRole.VIEWER, NOW));
        var request = friendships.request(request(friend, other), NOW).orElseThrow();
        friendships.update(request.blocked(other, LATER), 0);

        assertThat(views.members(friend, project.id(), false, null, 5))
                .extracting(ProjectMemberRow::userId)
                .containsExactly(owner, friend);
        assertThat(views.members(other, project.id(), false, null, 5))
                .extracting(ProjectMemberRow::userId)
                .containsExactly(owner, other);
        assertThat(views.members(owner, project.id(), false, null, 5)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"owner, false", "editor, true"})
    void refusesASecondOwnerAndAnOwnerWithAnotherRole(String role, boolean isOwner) {
        var project = stored(owner, "Kitchen");
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO planner.project_members (project_id, user_id, owner_id, role, joined_at, updated_at)
                        VALUES (:project, :user, :owner, CAST(:role AS planner.project_role), now(), now())
                        ON CONFLICT (project_id, user_id) DO UPDATE SET role = EXCLUDED.role""")
                        .param("project", project.id().value())
                        .param("user", (isOwner ? owner : friend).value())
                        .param("owner", owner.value())
                        .param("role", role)
                        .update())
                .hasMessageContaining("chk_project_members_role");
    }

    @Test
    void refusesAMemberWhoNamesAnotherOwner() {
        var project = stored(owner, "Kitchen");
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO planner.project_members (project_id, user_id, owner_id, role, joined_at, updated_at)
                        VALUES (:project, :user, :user, 'owner', now(), now())""")
                        .param("project", project.id().value())
                        .param("user", friend.value())
                        .update())
                .hasMessageContaining("fk_project_members_project_id");
    }

    private Project stored(UserId person, String name) {
        var project = project(person, name);
        projects.insert(project, project.owner());
        return project;
    }
}
