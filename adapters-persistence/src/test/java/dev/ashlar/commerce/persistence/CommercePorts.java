// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static org.mockito.Mockito.mock;

import dev.ashlar.commerce.domain.PaymentGateway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.bean.override.mockito.MockReset;

/** Ports of commerce that the web module implements, as mocks that forget after each test: one context serves all tests of services. */
@TestConfiguration(proxyBeanMethods = false)
class CommercePorts {
    @Bean
    @Lazy
    PaymentGateway paymentGateway() {
        return mock(PaymentGateway.class, MockReset.after());
    }
}
