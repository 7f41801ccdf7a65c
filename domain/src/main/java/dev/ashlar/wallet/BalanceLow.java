// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** Event: a balance has fallen below {@value #THRESHOLD} tokens. Published once for each fall. */
public record BalanceLow(UserId owner, long balance) {
    /** A balance below this many tokens is low. */
    public static final long THRESHOLD = 10;
}
