// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of projects. Each method reads role and time of joining only if {@code membership} is true. */
public interface ProjectViews {
    /** Returns live projects of which the person is a member, oldest first, that follow the given key. */
    List<ProjectView> projects(UserId person, boolean membership, @Nullable UUID after, int limit);

    /** Finds a live project of which the person is a member. */
    Optional<ProjectView> project(UserId person, ProjectId id, boolean membership);

    /**
     * Returns members that follow the given key, ordered by user. There are none unless the person is a member; members with
     * whom there is a block are left out.
     */
    List<ProjectMemberRow> members(UserId person, ProjectId id, boolean membership, @Nullable UUID after, int limit);
}
