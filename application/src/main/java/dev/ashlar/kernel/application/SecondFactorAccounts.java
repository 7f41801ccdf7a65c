// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;

/** Accounts with a second factor. The context that keeps them implements it, and the web layer asks with tokens of administrators. */
@FunctionalInterface
public interface SecondFactorAccounts {
    /** True if each session of this user has passed a second factor. */
    boolean hasSecondFactor(UserId user);
}
