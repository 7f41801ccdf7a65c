// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.StoredAnswer;
import dev.ashlar.kernel.web.limits.ArrivedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency key of a request that moves tokens, money or seats, which makes the request safe to send again. A handler parameter
 * of this type makes the {@code Idempotency-Key} header required.
 *
 * <pre>{@code
 * Answered<Booked> book(Actor actor, Once once, @PathVariable SlotId id) {
 *     return once.answer(actor, () -> ResponseEntity.status(201).body(...));
 * }
 * }</pre>
 */
public final class Once {
    /** Writes equal JSON as equal text: without blanks, and with the fields of objects in one order. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED, JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1," + Idempotency.MAX_KEY_LENGTH + "}");

    private final String key;
    private final String requestHash;
    private final Idempotency idempotency;
    private final JsonMapper json;

    private Once(String key, String requestHash, Idempotency idempotency, JsonMapper json) {
        this.key = key;
        this.requestHash = requestHash;
        this.idempotency = idempotency;
        this.json = json;
    }

    static Once of(NativeWebRequest request, Idempotency idempotency, JsonMapper json) {
        var keys = request.getHeaderValues(Idempotency.KEY_HEADER);
        if (keys == null) {
            throw KernelProblem.IDEMPOTENCY_KEY_REQUIRED
                    .because("Send a new random key, and the same one when you send this request again.")
                    .at(Idempotency.KEY_HEADER, "is required");
        }
        if (keys.length > 1 || !VISIBLE_ASCII.matcher(keys[0]).matches()) {
            throw KernelProblem.INVALID_REQUEST
                    .because("Send a random UUID, for example.")
                    .at(
                            Idempotency.KEY_HEADER,
                            "must be one key of 1 to " + Idempotency.MAX_KEY_LENGTH + " visible ASCII characters");
        }
        return new Once(keys[0], hashOf(request), idempotency, json);
    }

    /** Returns the key itself, for an effect that is remembered for longer than its answer. */
    public String key() {
        return key;
    }

    /**
     * Runs the effect and stores its answer in the same transaction, or returns the stored answer if this key has run before.
     * Status, Location and body are stored, other headers are not.
     */
    public <T> Answered<T> answer(Actor actor, Supplier<ResponseEntity<T>> effect) {
        return new Answered<>(idempotency.once(actor.userId(), key, requestHash, () -> stored(effect.get())));
    }

    private <T> StoredAnswer stored(ResponseEntity<T> answer) {
        @Nullable URI location = answer.getHeaders().getLocation();
        return new StoredAnswer(
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                json.writeValueAsString(answer.getBody()));
    }

    /** Everything before the body is free of line breaks, so no two requests have the same text. */
    private static String hashOf(NativeWebRequest request) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var arrived = request.getNativeRequest(ArrivedRequest.class);
        var body = arrived == null ? "" : canonical(arrived.body());
        return Fingerprint.ofText(
                http.getMethod() + '\n' + http.getRequestURI() + '\n' + http.getQueryString() + '\n' + body);
    }

    /** A client that sends a request again may write the same values in another way. */
    private static String canonical(byte[] body) {
        try {
            return CANONICAL.writeValueAsString(CANONICAL.readTree(body));
        } catch (JacksonException notJson) {
            return new String(body, StandardCharsets.ISO_8859_1); // of an operation that reads none
        }
    }

    /**
     * Answer in JSON text, so that a repeated request gets exactly the first answer.
     *
     * @param stored stored answer
     * @param <T> type of the body, for the API description
     */
    @SuppressWarnings("UnusedTypeParameter")
    public record Answered<T>(StoredAnswer stored) {
        @JsonValue
        @JsonRawValue
        String json() {
            return stored.body();
        }
    }
}
