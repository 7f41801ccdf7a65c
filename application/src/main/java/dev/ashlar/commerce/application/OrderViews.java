package dev.ashlar.commerce.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about orders. Lists come newest first. */
public interface OrderViews {
    /** Orders before {@code beforeId}, at most {@code limit}. */
    List<OrderView> orders(OrderFilter filter, @Nullable UUID beforeId, int limit);

    long countOrders(OrderFilter filter);
}
