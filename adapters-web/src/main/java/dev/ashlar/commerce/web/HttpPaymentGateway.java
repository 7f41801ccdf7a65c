// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
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

/** {@link PaymentGateway} over HTTP. Every failure of the exchange is a {@link NoAnswer}. */
@Component
final class HttpPaymentGateway implements PaymentGateway {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentGateway.class);
    private static final String PAYMENT = "/payments/{id}";

    private final String provider;
    private final GatewayClient client;
    private final GatewayMetrics metrics;

    HttpPaymentGateway(GatewayAccess access, GatewayClient client, GatewayMetrics metrics) {
        this.provider = access.provider();
        this.client = client;
        this.metrics = metrics;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public GatewayAnswer charge(PaymentId payment, Money amount, String source) {
        var request = new ChargeRequest(payment, amount, source);
        // The gateway stores the key, so that a retried request does not charge twice.
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

    private GatewayAnswer ask(PaymentId payment, Call call) {
        try {
            var message = Objects.requireNonNull(call.make()).message();
            var answer = message.answer();
            if (answer instanceof NoAnswer) {
                metrics.unreadable(message.status());
            }
            return answer;
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.NOT_FOUND) {
                return new Unknown();
            }
            LOG.error("Gateway refused a request payment={}", payment.value(), refused);
            return new NoAnswer();
        } catch (RuntimeException failed) {
            LOG.warn("Gateway gave no answer payment={} cause={}", payment.value(), failed.toString());
            return new NoAnswer();
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        ChargeResponse make();
    }

    /** Charge that is asked of the gateway. */
    record ChargeRequest(PaymentId reference, Money amount, String source) {}

    /** State of a payment at the gateway. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ChargeResponse(
            String id,
            String status,
            GatewayMessage.@Nullable Amount amount,
            @Nullable String reason) {
        GatewayMessage message() {
            return new GatewayMessage(status, id, amount, reason);
        }
    }
}
