// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Cause of changes, as the audit log tells it.
 *
 * @param actor person whose access token the request has; null if there is none, as in a job
 * @param action operation with its path pattern, job or listener, as in {@code POST /api/v1/orders/{id}/refund}
 * @param traceId id of the trace (W3C), 32 hexadecimal digits; null outside a trace
 */
public record Cause(
        @Nullable UserId actor, String action, @Nullable String traceId) {
    private static final int MAX_ACTION = 300;

    public Cause {
        action = action.substring(0, Math.min(action.length(), MAX_ACTION));
    }
}
