package dev.ashlar.bootstrap.sandbox;

import dev.ashlar.commerce.web.GatewayAccess;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which gateway is called: the one that is configured, else a sandbox in this process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {
    @Bean
    @ConditionalOnProperty(name = "ashlar.payments.url", matchIfMissing = true, havingValue = "none")
    SandboxGateway sandboxGateway(PaymentSettings settings) {
        return SandboxGateway.start(0, settings.apiKey(), settings.webhookSecret());
    }

    @Bean
    GatewayAccess gatewayAccess(PaymentSettings settings, ObjectProvider<SandboxGateway> sandbox) {
        var running = sandbox.getIfAvailable();
        var address = running == null ? Objects.requireNonNull(settings.url()) : running.address();
        return new GatewayAccess(settings.provider(), address, settings.apiKey(), settings.webhookSecret());
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> webhooksOfTheSandbox(
            PaymentSettings settings, ObjectProvider<SandboxGateway> sandbox) {
        return event -> {
            var port = event.getWebServer().getPort();
            sandbox.ifAvailable(running -> running.sendWebhooksTo(
                    URI.create("http://localhost:" + port + "/api/v1/payments/webhooks/sandbox")));
        };
    }
}
