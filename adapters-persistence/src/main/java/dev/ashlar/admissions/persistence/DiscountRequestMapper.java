// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.DiscountRequests;
import org.apache.ibatis.annotations.Mapper;

/** {@link DiscountRequests} in SQL. */
@Mapper
interface DiscountRequestMapper extends DiscountRequests {}
