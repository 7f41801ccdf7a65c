// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.operations.domain.ApiRequestId;
import dev.ashlar.operations.domain.RequestClient;
import dev.ashlar.operations.domain.RequestOutcome;
import dev.ashlar.operations.domain.RequestedOperation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request that was answered.
 *
 * @param traceId trace of the request's log lines (W3C); null if it was refused before it got one
 * @param at arrival of the request
 */
public record ApiRequestView(
        ApiRequestId id,
        @Flat RequestedOperation operation,
        @Flat RequestOutcome outcome,
        @Flat RequestClient client,
        @Nullable String traceId,
        Instant at) {}
