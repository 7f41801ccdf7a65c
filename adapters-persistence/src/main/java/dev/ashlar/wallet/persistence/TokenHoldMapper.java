// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.domain.TokenHolds;
import org.apache.ibatis.annotations.Mapper;

/** {@link TokenHolds} in SQL. */
@Mapper
interface TokenHoldMapper extends TokenHolds {}
