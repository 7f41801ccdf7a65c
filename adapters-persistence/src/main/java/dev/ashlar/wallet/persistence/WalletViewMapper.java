// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.application.WalletViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link WalletViews} in SQL. */
@Mapper
interface WalletViewMapper extends WalletViews {}
