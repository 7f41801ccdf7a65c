// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Connections on which the head of a request is still arriving, that is its first line and its headers. Each takes some 64 KB, so that ten
 * thousand would take all memory. One network gets a quarter of the places.
 */
final class LateHeads {
    private static final int SHARES = 4;

    private final int most;
    private final Map<SocketWrapperBase<?>, String> networks = new HashMap<>();

    LateHeads(int most) {
        this.most = most;
    }

    /** Takes a place for a connection, unless it has one; false if there is none left. */
    synchronized boolean begin(SocketWrapperBase<?> connection) {
        var network = RateLimits.networkOf(connection.getRemoteAddr());
        if (!networks.containsKey(connection) && !hasPlace(network)) {
            networks.keySet().removeIf(SocketWrapperBase::isClosed); // Tomcat closes some without a word
            if (!hasPlace(network)) {
                return false;
            }
        }
        networks.put(connection, network);
        return true;
    }

    synchronized void end(SocketWrapperBase<?> connection) {
        networks.remove(connection);
    }

    private boolean hasPlace(String network) {
        long ofNetwork = networks.values().stream().filter(network::equals).count();
        return networks.size() < most && ofNetwork < Math.ceilDiv(most, SHARES);
    }
}
