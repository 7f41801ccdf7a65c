// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Listener that returns the money of a refunded order; it is retried until the gateway confirms. */
@Component
class ReturnMoneyOnOrderRefunded {
    private final PaymentWorkflow payments;

    ReturnMoneyOnOrderRefunded(PaymentWorkflow payments) {
        this.payments = payments;
    }

    @AfterCommit("commerce.return-money")
    void on(OrderRefunded event) {
        payments.returnMoney(event.orderId());
    }
}
