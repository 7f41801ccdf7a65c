// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the log of requests; a null component matches all.
 *
 * @param route path pattern
 * @param failed true for answers with a status of 5xx; null or false for all
 * @param from earliest arrival, inclusive
 * @param to latest arrival, exclusive
 */
public record ApiRequestFilter(
        @Nullable String route,
        @Nullable UserId userId,
        @Nullable Boolean failed,
        @Nullable Instant from,
        @Nullable Instant to) {}
