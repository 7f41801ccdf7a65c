package dev.ashlar.commerce;

import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * A paid order was undone: its tokens are taken back, and the money is on its way. Published inside the transaction that
 * decides it.
 *
 * @param tokens tokens that were taken back, 0 if there were none
 */
public record OrderRefunded(OrderId orderId, UserId buyer, long tokens, Money total, Instant at) {}
