package dev.ashlar.bootstrap.sandbox;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The payment gateway.
 *
 * @param provider its name, as in the path of its webhooks
 * @param url where it answers; without it a sandbox is started
 * @param apiKey shows it that we are who we are
 * @param webhookSecret signs its messages; drawn anew at each start if there is none, so that nobody else can tell the
 *     sandbox's messages
 */
@ConfigurationProperties("ashlar.payments")
record PaymentSettings(
        @DefaultValue("sandbox") String provider,
        @Nullable URI url,
        @DefaultValue("sandbox") String apiKey,
        @DefaultValue("") String webhookSecret) {
    private static final String DRAWN = UUID.randomUUID().toString();

    PaymentSettings {
        if (webhookSecret.isBlank()) {
            webhookSecret = DRAWN;
        }
    }

    /** Says nothing that could end in a log. */
    @Override
    public String toString() {
        return provider + " at " + url;
    }
}
