package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;

/**
 * A wallet.
 *
 * @param available what can be spent: balance less held
 */
public record WalletView(UserId userId, long balance, long held, long available) {}
