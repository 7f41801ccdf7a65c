// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Comments;
import org.apache.ibatis.annotations.Mapper;

/** {@link Comments} in {@code publishing.comments}. */
@Mapper
interface CommentMapper extends Comments {}
