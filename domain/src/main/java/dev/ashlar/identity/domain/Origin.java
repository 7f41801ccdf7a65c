// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Origin of an attempt, by which attempts are counted.
 *
 * @param ip network address, or the network of an IPv6 address; null if unknown
 * @param device session of a device that has logged in to the account before, even if it has ended; null for all other devices
 */
public record Origin(@Nullable String ip, @Nullable SessionId device) {
    public static Origin of(Client client) {
        return new Origin(network(client.ip()), null);
    }

    public static Origin of(Client client, SessionId device) {
        return new Origin(network(client.ip()), device);
    }

    /** Returns the first half of an IPv6 address, because one client may use all addresses with it. */
    private static @Nullable String network(@Nullable String ip) {
        if (ip == null || ip.indexOf(':') < 0) {
            return ip;
        }
        try {
            return InetAddress.ofLiteral(ip) instanceof Inet6Address address
                    ? Long.toHexString(ByteBuffer.wrap(address.getAddress()).getLong()) + "/64"
                    : ip;
        } catch (IllegalArgumentException noAddress) {
            return ip;
        }
    }
}
