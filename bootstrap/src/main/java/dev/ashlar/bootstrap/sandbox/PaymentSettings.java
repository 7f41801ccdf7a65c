package dev.ashlar.bootstrap.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The payment gateway.
 *
 * @param provider its name, as in the path of its webhooks
 * @param url where it answers; without it a sandbox is started
 * @param apiKey shows it that we are who we are
 * @param webhookSecret signs its messages
 */
@ConfigurationProperties("ashlar.payments")
record PaymentSettings(
        @DefaultValue("sandbox") String provider,
        @Nullable URI url,
        @DefaultValue("sandbox") String apiKey,
        @DefaultValue("sandbox") String webhookSecret) {
    /** Says nothing that could end in a log. */
    @Override
    public String toString() {
        return provider + " at " + url;
    }
}
