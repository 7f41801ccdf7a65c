// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.Friendships;
import org.apache.ibatis.annotations.Mapper;

/** {@link Friendships} in {@code planner.friendships}. */
@Mapper
interface FriendshipMapper extends Friendships {}
