// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.application.LeadImportViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link LeadImportViews} in SQL. */
@Mapper
interface LeadImportViewMapper extends LeadImportViews {}
