package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** The buyer of an undone order gets the money back, however long the gateway is away. */
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
