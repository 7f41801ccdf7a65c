package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** Event: an empty wallet was opened. */
public record WalletOpened(UserId owner) {}
