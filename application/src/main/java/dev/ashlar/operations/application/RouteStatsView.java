// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

/**
 * Statistics of the requests of a route.
 *
 * @param route path pattern, or {@code unmatched}
 * @param clientErrors answers with a status of 4xx
 * @param serverErrors answers with a status of 5xx
 * @param responseBytes bytes of the bodies of all answers
 */
public record RouteStatsView(
        String method,
        String route,
        long requests,
        long clientErrors,
        long serverErrors,
        long responseBytes,
        DurationPercentiles durationMs) {}
