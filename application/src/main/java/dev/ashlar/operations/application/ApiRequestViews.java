// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Cursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading of the log of requests and of its sums. */
public interface ApiRequestViews {
    /** Returns requests before a place, latest first. */
    List<ApiRequestView> requests(ApiRequestFilter filter, Cursor.@Nullable Place before, int limit);

    /** Returns sums by method and route of the five minutes that begin in a span of time, most requested first, at most {@code limit}. */
    List<RouteSums> sums(Instant from, Instant to, int limit);
}
