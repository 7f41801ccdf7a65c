package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.domain.Wallets;
import org.apache.ibatis.annotations.Mapper;

/** {@link Wallets} by SQL alone. */
@Mapper
interface WalletMapper extends Wallets {}
