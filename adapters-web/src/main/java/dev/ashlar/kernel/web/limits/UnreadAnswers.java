// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.net.NioChannel;

/**
 * Connections on which a thread waits until the client has read more of its answer. Half of the threads may wait, so that clients that do
 * not read leave the others to everybody else: without it, 110 of them kept all others waiting for eleven seconds. Beyond that, an answer
 * is broken off: of the network with the most of them the one that has waited for the longest.
 */
final class UnreadAnswers {
    /** Networks of the clients, by connection; the longest wait comes first. */
    private final Map<NioChannel, String> waiting = new LinkedHashMap<>();

    /**
     * Writes to a client, and notes if the caller has to wait until the client has read.
     *
     * @param most number of threads that may wait
     */
    int write(NioChannel client, ByteBuffer bytes, Write write, int most) throws IOException {
        end(client);
        int count = write.run();
        boolean isWaiting = count == 0 && (bytes.hasRemaining() || client.getOutboundRemaining() > 0);
        if (isWaiting && !Thread.currentThread().isVirtual()) { // virtual threads are many
            begin(client, most);
        }
        return count;
    }

    synchronized void end(NioChannel client) {
        waiting.remove(client);
    }

    private synchronized void begin(NioChannel client, int most) throws IOException {
        waiting.put(client, networkOf(client));
        if (waiting.size() > most) {
            breakOff();
        }
    }

    private void breakOff() throws IOException {
        var counts = new HashMap<String, Integer>();
        waiting.values().forEach(network -> counts.merge(network, 1, Integer::sum));
        int most = Collections.max(counts.values());
        var victim = waiting.entrySet().stream()
                .filter(one -> counts.getOrDefault(one.getValue(), 0) == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        waiting.remove(victim);
        victim.getIOChannel().shutdownOutput(); // wakes the thread, whose next write fails
    }

    private static String networkOf(NioChannel client) throws IOException {
        return client.getIOChannel().getRemoteAddress() instanceof InetSocketAddress address
                ? RateLimits.networkOf(address.getAddress().getHostAddress())
                : "";
    }

    /** Attempt to write without waiting, which returns the number of bytes that were taken. */
    @FunctionalInterface
    interface Write {
        int run() throws IOException;
    }
}
