package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** A person's balance has just fallen below {@value #THRESHOLD} tokens; published once for each fall. */
public record BalanceLow(UserId owner, long balance) {
    /** A balance below this many tokens is low. */
    public static final long THRESHOLD = 10;
}
