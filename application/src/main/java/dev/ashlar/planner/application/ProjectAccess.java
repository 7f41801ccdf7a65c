// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rights of people in projects. Runs in the caller's transaction. */
@Component
class ProjectAccess {
    private final Projects projects;

    ProjectAccess(Projects projects) {
        this.projects = projects;
    }

    /** Returns the actor's role, or refuses a project of which the actor is no member. */
    ProjectRole requireMember(Actor actor, ProjectId id) {
        return projects.roleOf(actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    /**
     * Refuses a project whose todos the actor may not edit; null is no project. The role is locked, and before any todo, as by the end
     * of a membership, so that no two deadlock.
     */
    void requireEditor(Actor actor, @Nullable ProjectId id) {
        if (id == null) {
            return;
        }
        var role = projects.lockRole(actor.userId(), id).orElseThrow(() -> notFound(id));
        if (!role.mayEdit()) {
            throw PlannerProblem.PROJECT_FORBIDDEN.because(
                    "You may only read project " + id.value() + ". Ask its owner for the role of an editor.");
        }
    }

    private static DomainException notFound(ProjectId id) {
        return PlannerProblem.PROJECT_NOT_FOUND.because(
                "You are no member of a project " + id.value() + ". List your projects to find its id.");
    }
}
