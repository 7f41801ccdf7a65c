// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Tokens that users own, and those of them that are held. */
@Mapper
interface WalletKpiMapper extends KpiSource {}
