// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Time for which interactions are kept. Statistics of them are kept longer.
 *
 * @param months from 1 to 120
 */
public record InteractionRetention(int months) {
    private static final int MAX_MONTHS = 120;

    public InteractionRetention {
        if (months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException(
                    "The retention must be from 1 to " + MAX_MONTHS + " months, it is " + months);
        }
    }

    /** Returns the time of the earliest call that is kept. Earlier calls of the same month are dropped together with it. */
    public Instant earliest(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
}
