// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.LeadCopies;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface LeadCopyMapper extends LeadCopies {}
