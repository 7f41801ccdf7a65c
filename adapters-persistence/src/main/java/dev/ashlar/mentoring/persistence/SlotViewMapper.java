// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.application.SlotViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link SlotViews} by SQL alone. */
@Mapper
interface SlotViewMapper extends SlotViews {}
