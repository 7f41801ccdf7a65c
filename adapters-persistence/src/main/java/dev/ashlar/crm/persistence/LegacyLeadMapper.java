// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.LegacyLeads;
import org.apache.ibatis.annotations.Mapper;

/** {@link LegacyLeads} in SQL. */
@Mapper
interface LegacyLeadMapper extends LegacyLeads {}
