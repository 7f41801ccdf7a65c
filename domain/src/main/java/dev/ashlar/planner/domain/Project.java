// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Group of todos that an owner shares with members.
 *
 * @param version number of changes
 */
public record Project(ProjectId id, UserId ownerId, String name, Instant createdAt, Instant updatedAt, int version) {
    public static final int MAX_NAME = 200;

    public Project {
        name = Fields.name("/name", name, MAX_NAME);
    }

    /** Returns a new project. */
    public static Project of(ProjectId id, UserId ownerId, String name, Instant now) {
        return new Project(id, ownerId, name, now, now, 0);
    }

    /** Returns the project with another name. */
    public Project renamed(String newName, Instant now) {
        return new Project(id, ownerId, newName, createdAt, now, version);
    }

    /** Returns the membership of the owner, which begins with the project. */
    public ProjectMember owner() {
        return new ProjectMember(id, ownerId, ownerId, ProjectRole.OWNER, createdAt, 0);
    }

    /** Returns the membership of another person. */
    public ProjectMember member(UserId person, ProjectRole role, Instant now) {
        return new ProjectMember(id, person, ownerId, ProjectMember.assignable(role), now, 0);
    }
}
