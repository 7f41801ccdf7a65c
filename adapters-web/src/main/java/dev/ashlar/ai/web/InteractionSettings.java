// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.kernel.web.limits.LargeBodies;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Retention of interactions, and size of a body with many of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiSettings.class)
class InteractionSettings {
    @Bean
    InteractionRetention interactionRetention(AiSettings settings) {
        return new InteractionRetention(settings.retentionMonths());
    }

    @Bean
    LargeBodies bulkInteractions() {
        return new LargeBodies(InteractionIngestController.BULK, DataSize.ofMegabytes(8));
    }
}
