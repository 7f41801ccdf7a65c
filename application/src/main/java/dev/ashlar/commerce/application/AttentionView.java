// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import java.util.List;

/**
 * Payment that needs the decision of an administrator, as it is read.
 *
 * @param userId buyer of the order
 * @param actions actions that may end the case
 */
public record AttentionView(
        @Flat PaymentView payment,
        String orderNo,
        UserId userId,
        OrderStatus orderStatus,
        PaymentAttention attention,
        List<PaymentAction> actions) {
    static AttentionView of(PaymentCase row) {
        return new AttentionView(
                row.payment(),
                row.orderNo(),
                row.userId(),
                row.orderStatus(),
                row.attention(),
                row.attention().actions());
    }
}
