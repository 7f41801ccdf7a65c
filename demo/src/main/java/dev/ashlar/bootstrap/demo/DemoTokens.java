// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tokens to start with. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoTokens extends DemoSeed {
    private static final Map<DemoPerson, Long> TOKENS = Map.of(DemoPerson.MENTOR, 120L, DemoPerson.STUDENT, 500L);

    private final DemoPeople people;
    private final TokenLedger ledger;

    DemoTokens(DemoPeople people, TokenLedger ledger) {
        super("demo tokens");
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public void run() {
        TOKENS.forEach((person, tokens) -> {
            var user = people.actor(person).userId();
            var key = "demo:" + user.value();
            ledger.credit(UsageType.ALLOTMENT, new TokenMovement(user, tokens, key, "Demo tokens to start with", null));
        });
    }
}
