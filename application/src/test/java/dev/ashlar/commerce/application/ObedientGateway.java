package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
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

/** Gateway whose answer depends on the source, and that can lose answers ({@code silent}) and requests ({@code deaf}). */
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
            return new NoAnswer();
        }
        charged.add(payment);
        var answer = known.computeIfAbsent(
                payment, id -> source.equals("tok_approve") ? captured(id, amount) : declined(id, "no funds"));
        return silent ? new NoAnswer() : answer;
    }

    @Override
    public GatewayAnswer find(PaymentId payment) {
        return silent ? new NoAnswer() : known.getOrDefault(payment, new Unknown());
    }

    @Override
    public GatewayAnswer cancel(PaymentId payment) {
        return known.computeIfAbsent(payment, id -> declined(id, "cancelled"));
    }

    @Override
    public GatewayAnswer refund(PaymentId payment) {
        return silent ? new NoAnswer() : known.computeIfPresent(payment, (_, _) -> new Refunded());
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
