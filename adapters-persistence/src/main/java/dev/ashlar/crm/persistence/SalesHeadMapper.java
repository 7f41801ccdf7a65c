// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.SalesHeads;
import org.apache.ibatis.annotations.Mapper;

/** {@link SalesHeads} in SQL. */
@Mapper
interface SalesHeadMapper extends SalesHeads {}
