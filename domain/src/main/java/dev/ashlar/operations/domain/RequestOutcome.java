// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Answer to a request.
 *
 * @param durationMs time from the arrival of the request to the end of the answer, in milliseconds with one decimal
 * @param responseBytes bytes of the answer's body as sent
 */
public record RequestOutcome(int status, BigDecimal durationMs, long responseBytes) {
    private static final long TENTH_OF_A_MILLISECOND = 100_000; // in nanoseconds

    public static RequestOutcome of(int status, Duration duration, long responseBytes) {
        return new RequestOutcome(
                status, BigDecimal.valueOf(duration.toNanos() / TENTH_OF_A_MILLISECOND, 1), responseBytes);
    }
}
