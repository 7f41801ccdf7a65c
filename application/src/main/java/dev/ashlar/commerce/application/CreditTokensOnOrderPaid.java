package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import org.springframework.stereotype.Component;

/** Listener that credits the tokens of a paid order, once for each order. */
@Component
class CreditTokensOnOrderPaid {
    private final TokenLedger ledger;

    CreditTokensOnOrderPaid(TokenLedger ledger) {
        this.ledger = ledger;
    }

    @AfterCommit("commerce.credit-tokens")
    void on(OrderPaid event) {
        if (event.tokens() > 0) {
            ledger.credit(
                    UsageType.PURCHASE,
                    new TokenMovement(
                            event.buyer(), event.tokens(), keyOf(event.orderId()), "Order " + event.orderNo(), null));
        }
    }

    /** Returns the key under which the ledger posts the credit once. */
    static String keyOf(OrderId order) {
        return "order:" + order.value();
    }
}
