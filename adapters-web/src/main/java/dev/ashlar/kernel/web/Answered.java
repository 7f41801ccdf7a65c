package dev.ashlar.kernel.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ashlar.kernel.application.StoredAnswer;

/**
 * An answer that is JSON text already, because a retried request gets exactly what the first one got.
 *
 * @param stored the answer
 * @param <T> what the text holds; only the API's documentation needs it
 */
@SuppressWarnings("UnusedTypeParameter")
public record Answered<T>(StoredAnswer stored) {
    @JsonValue
    @JsonRawValue
    String json() {
        return stored.body();
    }
}
