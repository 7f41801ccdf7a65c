// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.application.LeadViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link LeadViews} in SQL. */
@Mapper
interface LeadViewMapper extends LeadViews {}
