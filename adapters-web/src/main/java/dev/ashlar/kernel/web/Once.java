package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.application.StoredAnswer;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final String key;
    private final Supplier<String> requestHash;
    private final Idempotency idempotency;
    private final JsonMapper json;

    Once(String key, Supplier<String> requestHash, Idempotency idempotency, JsonMapper json) {
        this.key = key;
        this.requestHash = requestHash;
        this.idempotency = idempotency;
        this.json = json;
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
        return new Answered<>(idempotency.once(actor.userId(), key, requestHash.get(), () -> stored(effect.get())));
    }

    private <T> StoredAnswer stored(ResponseEntity<T> answer) {
        @Nullable URI location = answer.getHeaders().getLocation();
        return new StoredAnswer(
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                json.writeValueAsString(answer.getBody()));
    }
}
