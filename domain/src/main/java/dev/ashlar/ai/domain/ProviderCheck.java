// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import org.jspecify.annotations.Nullable;

/**
 * Result of asking a provider for its models.
 *
 * @param statusCode HTTP status of the answer; null if there was none
 * @param responseTimeMs milliseconds until the answer or the failure
 * @param detail reason for the failure, without anything that the provider has sent; null if the provider works
 */
public record ProviderCheck(
        Result result,
        @Nullable Integer statusCode,
        int responseTimeMs,
        @Nullable String detail) {
    /** Kind of a result. */
    public enum Result {
        /** The provider answered, and accepts the secret. */
        OK,
        /** The provider answered that it does not accept the secret. */
        SECRET_REFUSED,
        /** The provider answered with another error, or its stored secret does not open. */
        FAILED,
        /** No answer came. */
        UNREACHABLE
    }
}
