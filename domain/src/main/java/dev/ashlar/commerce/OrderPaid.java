// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Payment of an order. Published in the transaction that records it.
 *
 * @param orderNo number of the order as the buyer sees it
 * @param tokens tokens of all token packs in the order, 0 if it has none
 */
public record OrderPaid(OrderId orderId, String orderNo, UserId buyer, long tokens, Money total, Instant at) {}
