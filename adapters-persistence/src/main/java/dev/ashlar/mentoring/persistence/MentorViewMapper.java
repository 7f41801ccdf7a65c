// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.mentoring.application.MentorViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link MentorViews} by SQL alone. */
@Mapper
interface MentorViewMapper extends MentorViews {}
