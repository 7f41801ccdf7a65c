// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.mockito.Mockito.mock;

import dev.ashlar.planner.domain.CronExpressions;
import dev.ashlar.planner.domain.Webhooks;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.context.bean.override.mockito.MockReset;

/** Ports of the planner that the web module implements, as mocks that forget after each test: one context serves all tests of services. */
@TestConfiguration(proxyBeanMethods = false)
class PlannerPorts {
    @Bean
    @Lazy
    Webhooks webhooks() {
        return mock(Webhooks.class, MockReset.after());
    }

    @Bean
    @Lazy
    CronExpressions cronExpressions() {
        return mock(CronExpressions.class, MockReset.after());
    }
}
