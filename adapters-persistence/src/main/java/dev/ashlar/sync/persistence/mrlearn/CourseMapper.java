// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrlearn;

import dev.ashlar.sync.domain.Courses;
import org.apache.ibatis.annotations.Mapper;

/** {@link Courses} in {@code mrlearn.courses}. */
@Mapper
interface CourseMapper extends Courses {}
