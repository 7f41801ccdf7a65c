// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Refund of an order: its tokens have been reversed, its money has been or will be returned. Published in the transaction that
 * decides it.
 *
 * @param tokens tokens that were reversed, 0 if there were none
 */
public record OrderRefunded(OrderId orderId, UserId buyer, long tokens, Money total, Instant at) {}
