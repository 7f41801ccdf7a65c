// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import dev.ashlar.commerce.web.GatewayAccess;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** A sandbox gateway in this process, where no gateway is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ashlar.payments.url", matchIfMissing = true, havingValue = "none")
class SandboxConfiguration {
    @Bean
    SandboxGateway sandboxGateway(Environment environment) {
        var configured = configured(environment);
        return SandboxGateway.start(0, configured.apiKey(), configured.webhookSecret());
    }

    @Bean
    @Primary
    GatewayAccess sandboxAccess(Environment environment, SandboxGateway gateway) {
        var configured = configured(environment);
        return new GatewayAccess(
                configured.provider(), gateway.address(), configured.apiKey(), configured.webhookSecret());
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> sandboxWebhooks(SandboxGateway gateway) {
        return event -> gateway.sendWebhooksTo(
                URI.create("http://localhost:" + event.getWebServer().getPort() + "/api/v1/payments/webhooks/sandbox"));
    }

    private static GatewayAccess configured(Environment environment) {
        return Binder.get(environment).bindOrCreate("ashlar.payments", GatewayAccess.class);
    }
}
