// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.Friendship;
import dev.ashlar.planner.domain.FriendshipStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of friendships. */
public interface FriendshipViews {
    /**
     * Returns friendships of a person, newest first, before the given key. Those in which the person is blocked are left out.
     *
     * @param status null for all
     */
    List<Friendship> friendships(UserId person, @Nullable FriendshipStatus status, @Nullable UUID before, int limit);
}
