// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.FriendshipViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link FriendshipViews} in {@code planner.friendships}. */
@Mapper
interface FriendshipViewMapper extends FriendshipViews {}
