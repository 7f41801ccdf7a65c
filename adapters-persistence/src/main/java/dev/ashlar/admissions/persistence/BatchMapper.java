// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.Batches;
import org.apache.ibatis.annotations.Mapper;

/** {@link Batches} in SQL. */
@Mapper
interface BatchMapper extends Batches {}
