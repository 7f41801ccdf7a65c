// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrlearn;

import dev.ashlar.sync.application.CourseViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CourseViews} in {@code mrlearn.courses}. */
@Mapper
interface CourseViewMapper extends CourseViews {}
