// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Project as a member sees it.
 *
 * @param version version for {@code If-Match}
 * @param membership the reader's own membership; null unless asked for
 */
public record ProjectView(
        ProjectId id,
        UserId ownerId,
        String name,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable MembershipView membership) {}
