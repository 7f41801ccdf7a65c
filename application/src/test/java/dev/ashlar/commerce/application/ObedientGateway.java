// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gateway whose answer depends on the source, and that can lose answers ({@code silent}) and requests ({@code deaf}). */
class ObedientGateway implements PaymentGateway {
    final List<PaymentId> charged = new ArrayList<>();
    private final Map<PaymentId, GatewayAnswer> known = new HashMap<>();
    /** Answer to the cancellation of a pending payment; null if it stays pending. */
    @Nullable
    GatewayAnswer cancelled;

    boolean silent;
    boolean deaf;

    /** True if the answers are such that storing them fails. */
    boolean broken;

    @Override
    public String provider() {
        return Goods.PROVIDER;
    }

    @Override
    public GatewayAnswer charge(PaymentId payment, Money amount, String source) {
        if (deaf) {
            return new NoAnswer();
        }
        charged.add(payment);
        var answer = known.computeIfAbsent(
                payment, id -> source.equals("tok_approve") ? captured(id, amount) : declined(id, "no funds"));
        return silent ? new NoAnswer() : answer;
    }

    @Override
    public GatewayAnswer find(PaymentId payment) {
        if (broken) {
            throw new IllegalStateException("The outcome cannot be stored.");
        }
        return silent ? new NoAnswer() : known.getOrDefault(payment, new Unknown());
    }

    @Override
    public GatewayAnswer cancel(PaymentId payment) {
        return silent
                ? new NoAnswer()
                : known.merge(
                        payment,
                        declined(payment, "cancelled"),
                        (now, _) -> now instanceof Pending && cancelled != null ? cancelled : now);
    }

    @Override
    public GatewayAnswer refund(PaymentId payment) {
        return silent ? new NoAnswer() : known.computeIfPresent(payment, (id, _) -> new Refunded(externalId(id)));
    }

    /** Makes the gateway say this about a payment from now on. */
    void say(PaymentId payment, GatewayAnswer answer) {
        known.put(payment, answer);
    }

    static GatewayAnswer refunded(PaymentId id) {
        return new Refunded(externalId(id));
    }

    static GatewayAnswer captured(PaymentId id, Money amount) {
        return new Captured(externalId(id), amount);
    }

    static GatewayAnswer declined(PaymentId id, String reason) {
        return new Declined(externalId(id), reason);
    }

    private static String externalId(PaymentId id) {
        return "ext-" + id.value();
    }
}
