// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.application.MetadataViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link MetadataViews} in {@code operations.system_metadata}. */
@Mapper
interface MetadataViewMapper extends MetadataViews {}
