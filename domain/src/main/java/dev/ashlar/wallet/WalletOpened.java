// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/** Event: an empty wallet was opened. */
public record WalletOpened(UserId owner) {}
