package dev.ashlar.kernel.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ashlar.kernel.application.StoredAnswer;

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
