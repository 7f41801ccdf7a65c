// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.Enrollments;
import org.apache.ibatis.annotations.Mapper;

/** {@link Enrollments} in SQL. */
@Mapper
interface EnrollmentMapper extends Enrollments {}
