// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.application.AttentionViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AttentionViews} in SQL. */
@Mapper
interface AttentionViewMapper extends AttentionViews {}
