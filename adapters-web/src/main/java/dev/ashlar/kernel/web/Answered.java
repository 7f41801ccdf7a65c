package dev.ashlar.kernel.web;

import dev.ashlar.kernel.application.StoredAnswer;

/**
 * An answer that is already JSON text, because a retried request gets exactly what the first one got. Written as it is.
 *
 * @param stored the answer
 * @param <T> what the text holds; only the API's documentation needs it
 */
@SuppressWarnings("UnusedTypeParameter")
public record Answered<T>(StoredAnswer stored) {}
