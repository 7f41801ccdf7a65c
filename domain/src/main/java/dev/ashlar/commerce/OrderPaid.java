package dev.ashlar.commerce;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * An order was paid. Published inside the transaction that notes it.
 *
 * @param orderNo what the buyer calls the order
 * @param tokens tokens of all token packs in it, 0 if there are none
 */
public record OrderPaid(OrderId orderId, String orderNo, UserId buyer, long tokens, Money total, Instant at) {}
