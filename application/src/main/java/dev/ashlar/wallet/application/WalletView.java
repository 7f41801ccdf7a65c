// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;

/**
 * Wallet of a user.
 *
 * @param available tokens that can be spent: balance less held
 */
public record WalletView(UserId userId, long balance, long held, long available) {}
