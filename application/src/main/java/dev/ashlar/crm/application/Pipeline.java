// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import java.util.List;

/**
 * Numbers of leads, the greatest first.
 *
 * @param counts at most {@link #MAX_COUNTS}
 * @param more true if smaller numbers were left out
 */
public record Pipeline(List<PipelineCount> counts, boolean more) {
    public static final int MAX_COUNTS = 2000;

    /** Returns the greatest numbers of those that were found, and tells if there are others. */
    static Pipeline of(List<PipelineCount> found) {
        return new Pipeline(found.stream().limit(MAX_COUNTS).toList(), found.size() > MAX_COUNTS);
    }
}
