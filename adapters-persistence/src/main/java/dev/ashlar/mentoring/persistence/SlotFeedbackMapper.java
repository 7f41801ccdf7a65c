// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.domain.SlotFeedbacks;
import org.apache.ibatis.annotations.Mapper;

/** {@link SlotFeedbacks} by SQL alone. */
@Mapper
interface SlotFeedbackMapper extends SlotFeedbacks {}
