// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Follows;
import org.apache.ibatis.annotations.Mapper;

/** {@link Follows} in {@code publishing.follows}. */
@Mapper
interface FollowMapper extends Follows {}
