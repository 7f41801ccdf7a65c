// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.Applications;
import org.apache.ibatis.annotations.Mapper;

/** {@link Applications} in SQL. */
@Mapper
interface ApplicationMapper extends Applications {}
