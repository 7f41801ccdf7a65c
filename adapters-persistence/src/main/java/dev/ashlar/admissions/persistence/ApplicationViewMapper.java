// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.application.ApplicationViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ApplicationViews} in SQL. */
@Mapper
interface ApplicationViewMapper extends ApplicationViews {}
