// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Tags;
import org.apache.ibatis.annotations.Mapper;

/** {@link Tags} in {@code publishing.tags}. */
@Mapper
interface TagMapper extends Tags {}
