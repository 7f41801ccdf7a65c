// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.domain.Mentors;
import org.apache.ibatis.annotations.Mapper;

/** {@link Mentors} by SQL alone. */
@Mapper
interface MentorMapper extends Mentors {}
