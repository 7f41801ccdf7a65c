// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens of orders in the buyers' wallets. Credit and reversal lock the order, so that a refund never meets a credit that is under
 * way: it reverses it, or the credit finds the order refunded and is left out.
 */
@ApplicationService
public class OrderTokens {
    private final OrderKeeper keeper;
    private final TokenLedger ledger;

    OrderTokens(OrderKeeper keeper, TokenLedger ledger) {
        this.keeper = keeper;
        this.ledger = ledger;
    }

    /** Credits the tokens of an order that is still paid, once for each order. */
    @Transactional
    public void credit(OrderPaid event) {
        if (event.tokens() > 0 && keeper.lock(event.orderId()).status() == OrderStatus.PAID) {
            ledger.credit(
                    UsageType.PURCHASE,
                    new TokenMovement(
                            event.buyer(), event.tokens(), keyOf(event.orderId()), "Order " + event.orderNo(), null));
        }
    }

    /** Reverses the tokens of an order that the caller has locked; returns their number, 0 if none were credited. */
    @Transactional
    public long reverse(OrderId order, String reason) {
        return ledger.undo(keyOf(order), reason).isPresent() ? keeper.tokens(order) : 0;
    }

    /** Returns the key under which the ledger posts the credit once. */
    private static String keyOf(OrderId order) {
        return "order:" + order.value();
    }
}
