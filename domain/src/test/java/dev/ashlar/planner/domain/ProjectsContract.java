// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.project;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Projects}. */
public abstract class ProjectsContract {
    private final UserId owner = user();
    private final UserId friend = user();

    protected abstract Projects projects();

    @Test
    void returnsTheStoredProjectToItsOwnerOnly() {
        var project = stored("Kitchen");
        assertThat(projects().find(owner, project.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(project);
        assertThat(projects().find(user(), project.id())).isEmpty();
    }

    @Test
    void knowsTheRoleOfMembersOnly() {
        var project = stored("Kitchen");
        projects().addMember(project.member(friend, ProjectRole.EDITOR, LATER));
        assertThat(projects().roleOf(owner, project.id())).hasValue(ProjectRole.OWNER);
        assertThat(projects().roleOf(friend, project.id())).hasValue(ProjectRole.EDITOR);
        assertThat(projects().roleOf(user(), project.id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatItsOwnerRead() {
        var project = stored("Kitchen");
        var renamed = project.renamed("Bath", LATER);
        assertThat(projects().update(renamed, 1)).isFalse();
        assertThat(projects().update(renamed, 0)).isTrue();
        assertThat(projects().update(renamed, 0)).isFalse();
        assertThat(projects().find(owner, project.id())).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo("Bath");
            assertThat(found.updatedAt()).isEqualTo(LATER);
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void deletesTheVersionThatItsOwnerRead() {
        var project = stored("Kitchen");
        projects().addMember(project.member(friend, ProjectRole.VIEWER, NOW));
        assertThat(projects().delete(owner, project.id(), 1, LATER)).isFalse();
        assertThat(projects().delete(friend, project.id(), 0, LATER)).isFalse();
        assertThat(projects().delete(owner, project.id(), 0, LATER)).isTrue();
        assertThat(projects().delete(owner, project.id(), 1, LATER)).isFalse();
        assertThat(projects().find(owner, project.id())).isEmpty();
        assertThat(projects().roleOf(owner, project.id())).isEmpty();
        assertThat(projects().roleOf(friend, project.id())).isEmpty();
        assertThat(projects().findMember(project.id(), friend)).isEmpty();
        assertThat(projects().update(project.renamed("Bath", LATER), 1)).isFalse();
    }

    @Test
    void restoresADeletedProjectOfItsOwnerWithItsMembers() {
        var project = stored("Kitchen");
        projects().addMember(project.member(friend, ProjectRole.EDITOR, NOW));
        assertThat(projects().restore(owner, project.id(), LATER)).isFalse();
        projects().delete(owner, project.id(), 0, NOW);
        assertThat(projects().restore(friend, project.id(), LATER)).isFalse();
        assertThat(projects().restore(owner, project.id(), LATER)).isTrue();
        assertThat(projects().find(owner, project.id())).hasValueSatisfying(found -> {
            assertThat(found.updatedAt()).isEqualTo(LATER);
            assertThat(found.version()).isEqualTo(2);
        });
        assertThat(projects().roleOf(friend, project.id())).hasValue(ProjectRole.EDITOR);
    }

    @Test
    void purgesTheOldestDeletedProjectsInBatches() {
        var kept = stored("Kept");
        var late = stored("Late");
        projects().delete(owner, late.id(), 0, LATER);
        for (var name : new String[] {"First", "Second"}) {
            projects().delete(owner, stored(name).id(), 0, NOW);
        }
        assertThat(projects().purge(NOW, 5)).isZero();
        assertThat(projects().purge(LATER, 1)).isEqualTo(1);
        assertThat(projects().purge(LATER, 5)).isEqualTo(1);
        assertThat(projects().purge(LATER, 5)).isZero();
        assertThat(projects().find(owner, kept.id())).isPresent();
        assertThat(projects().restore(owner, late.id(), LATER)).isTrue();
    }

    @Test
    void addsAMemberOnce() {
        var project = stored("Kitchen");
        var member = project.member(friend, ProjectRole.EDITOR, LATER);
        assertThat(projects().addMember(member)).isTrue();
        assertThat(projects().addMember(project.member(friend, ProjectRole.VIEWER, NOW)))
                .isFalse();
        assertThat(projects().findMember(project.id(), friend))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(member);
    }

    @Test
    @Tag("rule-stale-update-refused")
    void changesTheRoleOfTheVersionThatWasRead() {
        var project = stored("Kitchen");
        var member = project.member(friend, ProjectRole.VIEWER, NOW);
        projects().addMember(member);
        var changed = member.with(ProjectRole.EDITOR);
        assertThat(projects().updateMember(underAnotherOwner(changed), 0, LATER))
                .isFalse();
        assertThat(projects().updateMember(changed, 1, LATER)).isFalse();
        assertThat(projects().updateMember(changed, 0, LATER)).isTrue();
        assertThat(projects().updateMember(changed, 0, LATER)).isFalse();
        assertThat(projects().roleOf(friend, project.id())).hasValue(ProjectRole.EDITOR);
        assertThat(projects().removeMember(member, 0)).isFalse();
        assertThat(projects().removeMember(underAnotherOwner(member), 1)).isFalse();
        assertThat(projects().removeMember(member, 1)).isTrue();
        assertThat(projects().removeMember(member, 1)).isFalse();
        assertThat(projects().roleOf(friend, project.id())).isEmpty();
        assertThat(projects().roleOf(owner, project.id())).hasValue(ProjectRole.OWNER);
    }

    @Test
    void separatesTwoPeopleInTheProjectsOfEach() {
        var stranger = user();
        var ours = stored("Kitchen");
        var theirs = project(friend, "Garden");
        var others = project(stranger, "Roof");
        store(theirs);
        store(others);
        projects().addMember(ours.member(friend, ProjectRole.EDITOR, NOW));
        projects().addMember(ours.member(stranger, ProjectRole.EDITOR, NOW));
        projects().addMember(theirs.member(owner, ProjectRole.VIEWER, NOW));
        projects().addMember(others.member(owner, ProjectRole.VIEWER, NOW));
        projects().addMember(others.member(friend, ProjectRole.VIEWER, NOW));

        projects().separate(owner, friend);

        assertThat(projects().roleOf(friend, ours.id())).isEmpty();
        assertThat(projects().roleOf(owner, theirs.id())).isEmpty();
        assertThat(projects().roleOf(stranger, ours.id())).isPresent();
        assertThat(projects().roleOf(owner, others.id())).isPresent();
        assertThat(projects().roleOf(friend, others.id())).isPresent();
        assertThat(projects().roleOf(owner, ours.id())).hasValue(ProjectRole.OWNER);
    }

    @Test
    void erasesTheProjectsAndMembershipsOfAPerson() {
        var ours = stored("Kitchen");
        var theirs = project(friend, "Garden");
        store(theirs);
        projects().addMember(ours.member(friend, ProjectRole.EDITOR, NOW));
        projects().addMember(theirs.member(owner, ProjectRole.VIEWER, NOW));

        projects().erase(owner);

        assertThat(projects().find(owner, ours.id())).isEmpty();
        assertThat(projects().roleOf(friend, ours.id())).isEmpty();
        assertThat(projects().roleOf(owner, theirs.id())).isEmpty();
        assertThat(projects().roleOf(friend, theirs.id())).hasValue(ProjectRole.OWNER);
    }

    private static ProjectMember underAnotherOwner(ProjectMember member) {
        return new ProjectMember(
                member.projectId(), member.userId(), user(), member.role(), member.joinedAt(), member.version());
    }

    private Project stored(String name) {
        return store(project(owner, name));
    }

    private Project store(Project project) {
        projects().insert(project, project.owner());
        return project;
    }
}
