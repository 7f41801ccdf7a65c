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
 * Tells the gateway's messages from those of others. It signs each with HMAC-SHA256 over the time and the body as they go
 * over the wire: {@code X-Signature: t=1700000000,v1=<hex of HMAC(secret, "1700000000." + body)>}.
 */
@Component
final class WebhookSignature {
    static final String HEADER = "X-Signature";
    /** Clocks differ by less, and a message that was caught on its way is of no use for longer. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec secret;
    private final InstantSource clock;

    WebhookSignature(GatewayAccess gateway, InstantSource clock) {
        this.secret = new SecretKeySpec(gateway.webhookSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** Passes if the body was signed by somebody who has the secret, a short time ago. */
    void require(String signature, byte[] body) {
        var parts = FORM.matcher(signature);
        if (!parts.matches()) {
            throw bad();
        }
        var time = parts.group(1);
        var given = HexFormat.of().parseHex(parts.group(2));
        // Compared in a time that does not tell how much of it was right.
        if (!MessageDigest.isEqual(given, sign(time, body)) || !isRecent(Instant.ofEpochSecond(Long.parseLong(time)))) {
            throw bad();
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

    private static DomainException bad() {
        return CommerceProblem.BAD_SIGNATURE
                .because("Sign the time and the body with the secret that we share.")
                .at(HEADER, "is not the signature of this message");
    }
}
