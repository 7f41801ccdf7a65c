// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Membership of a person in a project.
 *
 * @param ownerId owner of the project
 * @param version counts changes of the role, from a number that no earlier membership of the person had
 */
public record ProjectMember(
        ProjectId projectId, UserId userId, UserId ownerId, ProjectRole role, Instant joinedAt, int version) {
    /** Returns a new membership whose versions begin with this one. */
    public ProjectMember startingAt(int firstVersion) {
        return new ProjectMember(projectId, userId, ownerId, role, joinedAt, firstVersion);
    }

    /** Returns the membership with another role. The owner stays the owner. */
    public ProjectMember with(ProjectRole newRole) {
        requireNotOwner("Its role cannot be changed.");
        return new ProjectMember(projectId, userId, ownerId, assignable(newRole), joinedAt, version);
    }

    /** Refuses to end the membership of the owner. */
    public void requireRemovable() {
        requireNotOwner("Delete the project instead.");
    }

    /** Returns the role if a member other than the owner may have it. */
    static ProjectRole assignable(ProjectRole role) {
        Fields.require(role != ProjectRole.OWNER, "/role", "must be editor or viewer");
        return role;
    }

    private void requireNotOwner(String advice) {
        if (role == ProjectRole.OWNER) {
            throw PlannerProblem.OWN_MEMBERSHIP.because(
                    "Member " + userId.value() + " owns project " + projectId.value() + ". " + advice);
        }
    }
}
