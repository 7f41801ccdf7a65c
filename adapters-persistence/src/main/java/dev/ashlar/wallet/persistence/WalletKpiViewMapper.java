// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.application.WalletKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link WalletKpiViews} in {@code wallet.tokens}. */
@Mapper
interface WalletKpiViewMapper extends WalletKpiViews {}
