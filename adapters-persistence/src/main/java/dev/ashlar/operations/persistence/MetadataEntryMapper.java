// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.operations.domain.MetadataEntries;
import org.apache.ibatis.annotations.Mapper;

/** {@link MetadataEntries} in {@code operations.system_metadata}. */
@Mapper
interface MetadataEntryMapper extends MetadataEntries {}
