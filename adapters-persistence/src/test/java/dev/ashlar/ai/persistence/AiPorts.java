// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.mockito.Mockito.mock;

import dev.ashlar.ai.domain.ProviderUrls;
import dev.ashlar.ai.domain.SecretVault;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.bean.override.mockito.MockReset;

/** Ports of AI that the web module implements, as mocks that forget after each test: one context serves all tests of services. */
@TestConfiguration(proxyBeanMethods = false)
class AiPorts {
    @Bean
    @Lazy
    SecretVault secretVault() {
        return mock(SecretVault.class, MockReset.after());
    }

    @Bean
    @Lazy
    ProviderUrls providerUrls() {
        return mock(ProviderUrls.class, MockReset.after());
    }
}
