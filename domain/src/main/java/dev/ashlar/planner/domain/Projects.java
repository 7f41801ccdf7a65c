// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Projects and their members. Deleted projects are in the trash and have no role for anybody. Todos of a member leave the
 * project with the membership.
 */
public interface Projects {
    /** Stores a new project, with its owner as the first member. */
    void insert(Project project, ProjectMember owner);

    /** Finds a project of this owner. */
    Optional<Project> find(UserId owner, ProjectId id);

    /** Returns the role of a person in a project; empty if the person is no member. */
    Optional<ProjectRole> roleOf(UserId person, ProjectId id);

    /** Returns the role of a person in a project, which neither ends nor changes until the transaction ends. */
    Optional<ProjectRole> lockRole(UserId person, ProjectId id);

    /** Stores a renamed project if it still has the version; returns false otherwise. */
    boolean update(Project renamed, int expectedVersion);

    /** Puts a project into the trash if it still has the version; returns false otherwise. */
    boolean delete(UserId owner, ProjectId id, int expectedVersion, Instant now);

    /** Takes a project of this owner out of the trash; returns false if it is not there. */
    boolean restore(UserId owner, ProjectId id, Instant now);

    /** Removes projects deleted before a time for good, at most {@code limit}, and returns their number. */
    int purge(Instant deletedBefore, int limit);

    /** Adds a member; returns false if the person is a member already. */
    boolean addMember(ProjectMember member);

    Optional<ProjectMember> findMember(ProjectId id, UserId person);

    /** Stores a changed role if the membership still has the version; returns false otherwise. */
    boolean updateMember(ProjectMember changed, int expectedVersion, Instant now);

    /** Ends a membership if it still has the version; returns false otherwise. */
    boolean removeMember(ProjectMember member, int expectedVersion);

    /** Ends the memberships of each of two people in projects of the other. */
    void separate(UserId one, UserId other);

    /** Removes the projects and memberships of a person whose account is deleted. */
    void erase(UserId person);
}
