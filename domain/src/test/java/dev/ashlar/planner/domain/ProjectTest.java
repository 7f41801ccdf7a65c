// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.project;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.DomainException;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private final Project project = project(user(), "Kitchen");

    @Test
    void keepsItsOwnerWhenItIsRenamed() {
        var renamed = project.renamed(" New  kitchen ", LATER);
        assertThat(renamed.name()).isEqualTo("New  kitchen");
        assertThat(renamed.ownerId()).isEqualTo(project.ownerId());
        assertThat(renamed.createdAt()).isEqualTo(NOW);
        assertThat(renamed.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> project.renamed(" ", LATER)).hasMessageContaining("/name");
        assertThatThrownBy(() -> project.renamed("x".repeat(Project.MAX_NAME + 1), LATER))
                .hasMessageContaining("/name");
    }

    @Test
    void hasItsOwnerAsAMember() {
        assertThat(project.owner().role()).isEqualTo(ProjectRole.OWNER);
        assertThat(project.owner().userId()).isEqualTo(project.ownerId());
    }

    @Test
    void letsEditorsEditAndOnlyTheOwnerManage() {
        assertThat(ProjectRole.values()).filteredOn(ProjectRole::mayManage).containsExactly(ProjectRole.OWNER);
        assertThat(ProjectRole.values())
                .filteredOn(ProjectRole::mayEdit)
                .containsExactly(ProjectRole.OWNER, ProjectRole.EDITOR);
    }

    @Test
    void hasOneOwner() {
        assertThatThrownBy(() -> project.member(user(), ProjectRole.OWNER, NOW)).hasMessageContaining("/role");
        var viewer = project.member(user(), ProjectRole.VIEWER, NOW);
        assertThat(viewer.with(ProjectRole.EDITOR).role()).isEqualTo(ProjectRole.EDITOR);
        assertThatThrownBy(() -> viewer.with(ProjectRole.OWNER)).hasMessageContaining("/role");
    }

    @Test
    void keepsItsOwner() {
        assertThatThrownBy(() -> project.owner().with(ProjectRole.VIEWER))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(PlannerProblem.OWN_MEMBERSHIP));
        assertThatThrownBy(() -> project.owner().requireRemovable()).hasMessageContaining("Delete the project instead");
    }
}
