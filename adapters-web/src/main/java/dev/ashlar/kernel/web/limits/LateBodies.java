// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import java.util.HashMap;
import java.util.Map;

/**
 * Memory for bodies that are still arriving. One network gets a quarter of it, or as much as the largest body takes, so that a client that
 * holds bodies back leaves the rest to everybody else.
 */
final class LateBodies {
    private static final int SHARES = 4;

    private final long most;
    private final long mostOfANetwork;
    private final Map<String, Long> ofNetworks = new HashMap<>();
    private long taken;

    LateBodies(long most, long largestBody) {
        this.most = most;
        this.mostOfANetwork = Math.max(most / SHARES, largestBody);
    }

    /** Takes memory for these bytes; false if there is none left. */
    synchronized boolean take(String network, int bytes) {
        long ofNetwork = ofNetworks.getOrDefault(network, 0L) + bytes;
        if (taken + bytes > most || ofNetwork > mostOfANetwork) {
            return false;
        }
        taken += bytes;
        ofNetworks.put(network, ofNetwork);
        return true;
    }

    synchronized void giveBack(String network, int bytes) {
        taken -= bytes;
        ofNetworks.computeIfPresent(network, (_, ofNetwork) -> ofNetwork == bytes ? null : ofNetwork - bytes);
    }
}
