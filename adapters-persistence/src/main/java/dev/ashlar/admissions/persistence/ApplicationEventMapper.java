// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.ApplicationEvents;
import org.apache.ibatis.annotations.Mapper;

/** {@link ApplicationEvents} in SQL. */
@Mapper
interface ApplicationEventMapper extends ApplicationEvents {}
