// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import java.time.Instant;
import java.util.List;

/**
 * Statistics of requests by route.
 *
 * @param from start of the first five minutes, inclusive
 * @param to end of the span, exclusive
 * @param routes methods and routes, most requested first
 */
public record ApiRequestStatsView(Instant from, Instant to, List<RouteStatsView> routes) {}
