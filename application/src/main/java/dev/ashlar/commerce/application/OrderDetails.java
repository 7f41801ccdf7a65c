package dev.ashlar.commerce.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that belongs to it.
 *
 * @param payment the payment that is under way or has decided; null if nobody has paid yet
 */
public record OrderDetails(
        OrderView order,
        List<OrderItemView> items,
        @Nullable PaymentView payment) {}
