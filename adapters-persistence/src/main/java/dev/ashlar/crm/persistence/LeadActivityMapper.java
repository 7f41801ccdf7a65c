// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.LeadActivities;
import org.apache.ibatis.annotations.Mapper;

/** {@link LeadActivities} in SQL. */
@Mapper
interface LeadActivityMapper extends LeadActivities {}
