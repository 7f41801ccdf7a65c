// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.kernel.DomainException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signature of webhooks: HMAC-SHA256 over time and body as they are sent, {@code X-Signature: t=1700000000,v1=<hex of
 * HMAC(secret, "1700000000." + body)>}.
 */
@Component
final class WebhookSignature {
    static final String HEADER = "X-Signature";
    /** Maximum age of a signature: longer than clocks differ, and short enough to limit replays. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec secret;
    private final InstantSource clock;

    WebhookSignature(GatewayAccess gateway, InstantSource clock) {
        this.secret = new SecretKeySpec(gateway.webhookSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** Refuses a body that was not signed with the secret within the tolerance. */
    void require(String signature, byte[] body) {
        var parts = FORM.matcher(signature);
        if (!parts.matches()) {
            throw invalid();
        }
        var time = parts.group(1);
        var given = HexFormat.of().parseHex(parts.group(2));
        // Compared in constant time, so that the duration does not tell how much of it was right.
        if (!MessageDigest.isEqual(given, sign(time, body)) || !isRecent(Instant.ofEpochSecond(Long.parseLong(time)))) {
            throw invalid();
        }
    }

    private boolean isRecent(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] sign(String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + '.').getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static DomainException invalid() {
        return CommerceProblem.SIGNATURE_INVALID
                .because(
                        "The signature is wrong or older than five minutes. Sign time and body with the shared secret.")
                .at(HEADER, "must be the signature of this message");
    }
}
