// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request that was answered.
 *
 * @param traceId id of the trace (W3C); null if the request was refused before it got one
 * @param at arrival of the request
 */
public record ApiRequest(
        ApiRequestId id,
        RequestedOperation operation,
        RequestOutcome outcome,
        RequestClient client,
        @Nullable String traceId,
        Instant at) {}
