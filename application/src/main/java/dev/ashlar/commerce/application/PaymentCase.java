// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.kernel.UserId;

/**
 * Payment that needs the decision of an administrator.
 *
 * @param userId buyer of the order
 */
public record PaymentCase(
        PaymentView payment, String orderNo, UserId userId, OrderStatus orderStatus, PaymentAttention attention) {}
