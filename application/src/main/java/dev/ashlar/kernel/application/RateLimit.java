// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Duration;

/**
 * Limit of requests. What has been used of the quota comes back evenly over the window.
 *
 * @param quota maximum number of requests at once, and in a window on average
 */
public record RateLimit(long quota, Duration window) {
    public RateLimit {
        if (quota < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "A rate limit needs a quota of at least 1 and a window of at least 1s, but" + " they are " + quota
                            + " and " + window + ".");
        }
    }

    /** Returns the time in which one request comes back. */
    Duration step() {
        return window.dividedBy(quota);
    }

    /** Returns the outcome of a request after which the whole quota is back in that time. */
    Usage granted(Duration untilFull) {
        return new Usage(true, window.minus(untilFull).dividedBy(step()), Duration.ZERO, untilFull);
    }

    /** Returns the outcome of a request that came too early. */
    Usage refused() {
        return new Usage(false, 0, step(), window);
    }

    /**
     * Quota after a request.
     *
     * @param granted false if nothing was left for the request
     * @param left number of requests that may follow at once
     * @param untilNext time after which another request is granted
     * @param untilFull time after which the whole quota is back
     */
    public record Usage(boolean granted, long left, Duration untilNext, Duration untilFull) {}
}
