// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.Courses;
import org.apache.ibatis.annotations.Mapper;

/** {@link Courses} in SQL. */
@Mapper
interface CourseMapper extends Courses {}
