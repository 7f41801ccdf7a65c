// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.Colleges;
import org.apache.ibatis.annotations.Mapper;

/** {@link Colleges} in SQL. */
@Mapper
interface CollegeMapper extends Colleges {}
