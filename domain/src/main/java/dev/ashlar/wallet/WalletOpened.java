package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** A person has a wallet now, with nothing in it. */
public record WalletOpened(UserId owner) {}
