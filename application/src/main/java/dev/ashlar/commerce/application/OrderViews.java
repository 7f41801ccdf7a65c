// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of orders. Lists are sorted newest first. */
public interface OrderViews {
    /** Lists at most {@code limit} orders before {@code beforeId}. */
    List<OrderView> orders(OrderFilter filter, @Nullable UUID beforeId, int limit);

    /** Counts the orders that meet the conditions. */
    long countOrders(OrderFilter filter);
}
