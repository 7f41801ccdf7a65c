// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentDecision;
import dev.ashlar.commerce.domain.PaymentDecisionId;
import dev.ashlar.commerce.domain.PaymentDecisions;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Trail of administrators' decisions, written in the transactions that carry them out. */
@Component
class DecisionLog {
    private final PaymentDecisions decisions;
    private final IdSource ids;
    private final InstantSource clock;

    DecisionLog(PaymentDecisions decisions, IdSource ids, InstantSource clock) {
        this.decisions = decisions;
        this.ids = ids;
        this.clock = clock;
    }

    void add(Actor actor, PaymentId payment, PaymentAction action, @Nullable String reason) {
        decisions.add(new PaymentDecision(
                new PaymentDecisionId(ids.next()), payment, action, actor.userId(), reason, clock.instant()));
    }
}
