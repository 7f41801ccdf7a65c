// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.ImportedLeads;
import org.apache.ibatis.annotations.Mapper;

/** {@link ImportedLeads} in SQL. */
@Mapper
interface ImportedLeadMapper extends ImportedLeads {}
