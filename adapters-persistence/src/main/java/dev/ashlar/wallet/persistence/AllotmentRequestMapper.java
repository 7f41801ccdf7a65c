// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.domain.AllotmentRequests;
import org.apache.ibatis.annotations.Mapper;

/** {@link AllotmentRequests} in SQL. */
@Mapper
interface AllotmentRequestMapper extends AllotmentRequests {}
