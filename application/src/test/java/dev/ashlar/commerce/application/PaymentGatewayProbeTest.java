// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.HealthResult;
import org.junit.jupiter.api.Test;

class PaymentGatewayProbeTest {
    private final ObedientGateway gateway = new ObedientGateway();
    private final PaymentGatewayProbe probe = new PaymentGatewayProbe(gateway, IdSource.timeOrdered());

    @Test
    void isHealthyIfTheGatewayDoesNotKnowThePayment() {
        assertThat(probe.component()).isEqualTo("payment-gateway");
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
    }

    @Test
    void isUnhealthyWithoutAnAnswer() {
        gateway.silent = true;
        assertThat(probe.check().status()).isEqualTo(HealthStatus.UNHEALTHY);
    }
}
