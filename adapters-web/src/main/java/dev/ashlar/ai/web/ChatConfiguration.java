// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.kernel.web.limits.LargeBodies;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests for completions may carry images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AiSettings.class, ChatLimits.class})
class ChatConfiguration {
    @Bean
    static LargeBodies chatBodies(ChatLimits limits) {
        return new LargeBodies(ChatController.PATH, limits.maxBodySize());
    }
}
