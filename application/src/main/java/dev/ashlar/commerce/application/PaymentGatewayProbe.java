// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import org.springframework.stereotype.Component;

/** Asks the gateway for a payment that it does not know. */
@Component
class PaymentGatewayProbe implements HealthProbe {
    private final PaymentGateway gateway;
    private final IdSource ids;

    PaymentGatewayProbe(PaymentGateway gateway, IdSource ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    @Override
    public String component() {
        return "payment-gateway";
    }

    @Override
    public HealthResult check() {
        return gateway.find(new PaymentId(ids.next())) instanceof GatewayAnswer.NoAnswer
                ? HealthResult.unhealthy("Gateway " + gateway.provider() + " gave no answer. The log has the cause.")
                : HealthResult.HEALTHY;
    }
}
