package dev.ashlar.commerce.web;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Outcome;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** {@link PaymentGateway} over HTTP. Whatever goes wrong on the way is an answer that we do not have. */
@Component
final class HttpPaymentGateway implements PaymentGateway {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentGateway.class);
    private static final String PAYMENT = "/payments/{id}";

    private final String provider;
    private final GatewayClient client;

    HttpPaymentGateway(GatewayAccess access, GatewayClient client) {
        this.provider = access.provider();
        this.client = client;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public GatewayAnswer charge(PaymentId payment, Money amount, String source) {
        var request = new ChargeRequest(payment, amount, source);
        // The gateway remembers the key, so that a request that is sent again charges nothing again.
        return ask(payment, () -> client.post("/payments", payment, request, ChargeResponse.class));
    }

    @Override
    public GatewayAnswer find(PaymentId payment) {
        return ask(payment, () -> client.get(PAYMENT, payment, ChargeResponse.class));
    }

    @Override
    public GatewayAnswer cancel(PaymentId payment) {
        return ask(payment, () -> client.post(PAYMENT + "/cancel", payment, null, ChargeResponse.class));
    }

    @Override
    public GatewayAnswer refund(PaymentId payment) {
        return ask(payment, () -> client.post(PAYMENT + "/refund", payment, null, ChargeResponse.class));
    }

    private static GatewayAnswer ask(PaymentId payment, Call call) {
        try {
            return Objects.requireNonNull(call.make()).answer();
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.NOT_FOUND) {
                return GatewayAnswer.unknown();
            }
            LOG.error("The gateway refuses what we say about the payment {}.", payment.value(), refused);
            return GatewayAnswer.none();
        } catch (RuntimeException failed) {
            LOG.warn("No answer about the payment {}: {}", payment.value(), failed.toString());
            return GatewayAnswer.none();
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        ChargeResponse make();
    }

    /** What we ask for. */
    record ChargeRequest(PaymentId reference, Money amount, String source) {}

    /** What the gateway says about a payment. */
    record ChargeResponse(
            String id,
            PaymentId reference,
            Outcome status,
            @Nullable Money amount,
            @Nullable String reason) {
        GatewayAnswer answer() {
            return new GatewayAnswer(status, id, amount, reason);
        }
    }
}
