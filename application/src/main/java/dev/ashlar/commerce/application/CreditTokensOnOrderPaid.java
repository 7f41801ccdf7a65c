// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Listener that credits the tokens of a paid order. */
@Component
class CreditTokensOnOrderPaid {
    private final OrderTokens tokens;

    CreditTokensOnOrderPaid(OrderTokens tokens) {
        this.tokens = tokens;
    }

    @AfterCommit("commerce.credit-tokens")
    void on(OrderPaid event) {
        tokens.credit(event);
    }
}
