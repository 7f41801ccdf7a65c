// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import dev.ashlar.bootstrap.sandbox.SandboxPayment.Amount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sender of webhooks about payments, as unreliable as a real gateway: each message is sent twice, an outdated one and one of a
 * status that callers need not know between them, and no answer is waited for.
 */
public final class SandboxWebhooks {
    private static final Logger log = LoggerFactory.getLogger(SandboxWebhooks.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Amount NOTHING = new Amount("0.00", "EUR");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String secret;
    private final ExecutorService threads;
    private volatile @Nullable URI target;

    SandboxWebhooks(String secret, ExecutorService threads) {
        this.secret = secret;
        this.threads = threads;
    }

    void sendTo(URI address) {
        target = address;
    }

    void send(SandboxPayment payment) {
        var address = target;
        if (address != null) {
            threads.execute(() -> {
                post(address, message(payment, payment.status()));
                post(address, message(payment, "pending"));
                post(address, message(payment, "under_observation"));
                post(address, message(payment, payment.status()));
            });
        }
    }

    private static String message(SandboxPayment payment, String status) {
        return JSON.writeValueAsString(new Message(
                "evt_" + payment.id() + "_" + status,
                payment.reference(),
                payment.id(),
                status,
                payment.amount() == null ? NOTHING : payment.amount(),
                payment.reason(),
                payment.livemode()));
    }

    private void post(URI address, String body) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("X-Signature", signature(secret, System.currentTimeMillis() / 1000, body))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            http.send(request, BodyHandlers.discarding());
        } catch (IOException unheard) {
            log.debug("Webhook not delivered body={}", body, unheard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the value of {@code X-Signature} for a message of that second. */
    public static String signature(String secret, long second, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private record Message(
            String eventId,
            String paymentId,
            String externalId,
            String status,
            Amount amount,
            @Nullable String reason,
            boolean livemode) {}
}
