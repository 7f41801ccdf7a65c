// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.LeadTags;
import org.apache.ibatis.annotations.Mapper;

/** {@link LeadTags} in SQL. */
@Mapper
interface LeadTagMapper extends LeadTags {}
