// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.LeadImports;
import org.apache.ibatis.annotations.Mapper;

/** {@link LeadImports} in SQL. */
@Mapper
interface LeadImportMapper extends LeadImports {}
