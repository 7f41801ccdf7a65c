// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import dev.ashlar.sync.domain.SyncRuns;
import org.apache.ibatis.annotations.Mapper;

/** {@link SyncRuns} in {@code sync.sync_runs}. */
@Mapper
interface SyncRunMapper extends SyncRuns {}
