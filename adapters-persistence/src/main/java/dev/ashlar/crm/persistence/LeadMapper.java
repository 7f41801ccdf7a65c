// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.Leads;
import org.apache.ibatis.annotations.Mapper;

/** {@link Leads} in SQL. */
@Mapper
interface LeadMapper extends Leads {}
