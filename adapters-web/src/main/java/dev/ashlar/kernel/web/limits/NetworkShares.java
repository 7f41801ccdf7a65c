// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import java.util.HashMap;
import java.util.Map;

/**
 * Shares of networks in what they take together, such as memory. One network gets a quarter of it, so that a client that takes all it can
 * get leaves the rest to everybody else.
 */
final class NetworkShares {
    private static final int SHARES = 4;

    private final long most;
    private final long mostOfANetwork;
    private final Map<String, Long> ofNetworks = new HashMap<>();
    private long taken;

    /** @param leastShare amount that a network gets even if it is more than a quarter */
    NetworkShares(long most, long leastShare) {
        this.most = most;
        this.mostOfANetwork = Math.max(most / SHARES, leastShare);
    }

    /** Takes an amount; false if there is none left. */
    synchronized boolean take(String network, int amount) {
        long ofNetwork = ofNetworks.getOrDefault(network, 0L) + amount;
        if (taken + amount > most || ofNetwork > mostOfANetwork) {
            return false;
        }
        taken += amount;
        ofNetworks.put(network, ofNetwork);
        return true;
    }

    synchronized void giveBack(String network, int amount) {
        taken -= amount;
        ofNetworks.computeIfPresent(network, (_, ofNetwork) -> ofNetwork == amount ? null : ofNetwork - amount);
    }
}
