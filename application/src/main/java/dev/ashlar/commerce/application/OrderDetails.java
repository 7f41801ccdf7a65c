// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Order with its items and its payment.
 *
 * @param payment payment that is pending or has decided; null before the first attempt
 */
public record OrderDetails(
        OrderView order,
        List<OrderItemView> items,
        @Nullable PaymentView payment) {}
