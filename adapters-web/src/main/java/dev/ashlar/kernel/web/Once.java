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
 * Makes a request that moves tokens, money or seats safe to send again. A handler parameter of this type makes the
 * {@code Idempotency-Key} header required.
 *
 * <pre>{@code
 * Answered<Booked> book(Actor actor, Once once, @PathVariable SlotId id) {
 *     return once.answer(actor, () -> ResponseEntity.status(201).body(...));
 * }
 * }</pre>
 */
public final class Once {
    private final String key;
    private final String requestHash;
    private final Idempotency idempotency;
    private final JsonMapper json;

    Once(String key, String requestHash, Idempotency idempotency, JsonMapper json) {
        this.key = key;
        this.requestHash = requestHash;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** The key itself, for a deed that is to be remembered for longer than an answer. */
    public String key() {
        return key;
    }

    /**
     * Runs the effect, in one transaction with the memory of its answer; or, if this key has run before, gives the
     * answer it got then. Status, Location and body are remembered, other headers are not.
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
}
