// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.operations.domain.ApiRequests;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** {@link ApiRequests} in {@code operations.api_requests} and {@code operations.api_request_stats}. */
@Mapper
interface ApiRequestMapper extends ApiRequests {
    @Override
    default void sumUp(Instant from, Instant now) {
        sumUpByRoute(from, now, LatencyHistogram.BOUNDS);
    }

    void sumUpByRoute(Instant from, Instant now, List<Long> bounds);
}
