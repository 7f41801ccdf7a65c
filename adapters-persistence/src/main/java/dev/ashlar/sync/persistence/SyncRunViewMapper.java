// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import dev.ashlar.sync.application.SyncRunViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link SyncRunViews} in {@code sync.sync_runs}. */
@Mapper
interface SyncRunViewMapper extends SyncRunViews {}
