package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Outcome;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway that answers what the source says, and can fall silent. */
class ObedientGateway implements PaymentGateway {
    final List<PaymentId> charged = new ArrayList<>();
    private final Map<PaymentId, GatewayAnswer> known = new HashMap<>();
    boolean silent;
    boolean deaf;

    @Override
    public String provider() {
        return Goods.PROVIDER;
    }

    @Override
    public GatewayAnswer charge(PaymentId payment, Money amount, String source) {
        if (deaf) {
            return GatewayAnswer.none();
        }
        charged.add(payment);
        var answer = known.computeIfAbsent(
                payment,
                id -> source.equals("tok_approve")
                        ? answer(Outcome.CAPTURED, id, amount, null)
                        : answer(Outcome.DECLINED, id, amount, "no funds"));
        return silent ? GatewayAnswer.none() : answer;
    }

    @Override
    public GatewayAnswer find(PaymentId payment) {
        return silent ? GatewayAnswer.none() : known.getOrDefault(payment, GatewayAnswer.unknown());
    }

    @Override
    public GatewayAnswer cancel(PaymentId payment) {
        return known.computeIfAbsent(payment, id -> answer(Outcome.DECLINED, id, null, "cancelled"));
    }

    @Override
    public GatewayAnswer refund(PaymentId payment) {
        return silent
                ? GatewayAnswer.none()
                : known.computeIfPresent(payment, (id, before) -> answer(Outcome.REFUNDED, id, before.amount(), null));
    }

    static GatewayAnswer answer(Outcome outcome, PaymentId id, @Nullable Money amount, @Nullable String reason) {
        return new GatewayAnswer(outcome, "ext-" + id.value(), amount, reason);
    }
}
