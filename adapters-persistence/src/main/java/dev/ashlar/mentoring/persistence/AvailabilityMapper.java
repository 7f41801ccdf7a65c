// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.domain.Availabilities;
import org.apache.ibatis.annotations.Mapper;

/** {@link Availabilities} by SQL alone. */
@Mapper
interface AvailabilityMapper extends Availabilities {}
