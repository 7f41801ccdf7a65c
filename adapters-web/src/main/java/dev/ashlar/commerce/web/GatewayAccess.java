// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to the payment gateway.
 *
 * @param provider name of the gateway, as in the path of its webhooks
 * @param url address of the gateway; by default the one of the {@code sandbox-gateway} command
 * @param apiKey key that authenticates our requests
 * @param webhookSecret secret that signs the gateway's webhooks; drawn at each start if none is set, so that nobody can
 *     forge a webhook
 */
@ConfigurationProperties("ashlar.payments")
public record GatewayAccess(
        @DefaultValue("sandbox") String provider,
        @DefaultValue("http://localhost:9100") URI url,
        @DefaultValue("sandbox") String apiKey,
        @DefaultValue("") String webhookSecret) {
    private static final String DRAWN = UUID.randomUUID().toString();

    public GatewayAccess {
        if (webhookSecret.isBlank()) {
            webhookSecret = DRAWN;
        }
    }

    /** Omits the secrets, since the text may end in a log. */
    @Override
    public String toString() {
        return provider + " at " + url;
    }
}
