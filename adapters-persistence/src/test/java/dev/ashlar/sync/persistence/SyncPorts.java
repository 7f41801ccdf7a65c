// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import static org.mockito.Mockito.mock;

import dev.ashlar.sync.domain.Catalogues;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.bean.override.mockito.MockReset;

/** Ports of imports that the web module implements, as mocks that forget after each test: one context serves all tests of services. */
@TestConfiguration(proxyBeanMethods = false)
class SyncPorts {
    @Bean
    @Lazy
    Catalogues catalogues() {
        return mock(Catalogues.class, MockReset.after());
    }
}
