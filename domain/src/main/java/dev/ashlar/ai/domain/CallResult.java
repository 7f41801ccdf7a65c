package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/**
 * Result of a call.
 *
 * @param statusCode HTTP status of the provider's answer; null if there was none
 * @param error reason for the failure; null unless the call failed
 * @param responseTimeMs milliseconds from the call to the end of the answer; null if unknown
 * @param ttftMs milliseconds from the call to the first token of a stream; null for an answer in one piece
 */
public record CallResult(
        InteractionStatus status,
        @Nullable Integer statusCode,
        @Nullable String error,
        @Nullable Integer responseTimeMs,
        @Nullable Integer ttftMs) {}
