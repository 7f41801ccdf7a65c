package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.domain.TokenHolds;
import org.apache.ibatis.annotations.Mapper;

/** {@link TokenHolds} by SQL alone. */
@Mapper
interface TokenHoldMapper extends TokenHolds {}
