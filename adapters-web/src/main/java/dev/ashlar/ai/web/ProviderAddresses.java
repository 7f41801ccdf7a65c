// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.IOException;
import java.io.Serial;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Addresses at which providers may be called. Administrators name them, so that servers of the own network are allowed, but not those
 * that hand out the credentials of a cloud's machine. The platform caches a resolved name for seconds, so that the call that follows
 * meets the addresses that were looked at.
 */
@Component
class ProviderAddresses {
    /** Metadata services that are at no link-local address. */
    private static final Set<String> METADATA = Set.of(
            "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private final AiSettings settings;

    ProviderAddresses(AiSettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses an address that must not be called.
     *
     * @throws ForbiddenAddress if one of its addresses is not allowed
     * @throws IOException if its name has no address
     */
    void requireAllowed(URI url) throws IOException {
        requireAllowed(url, List.of(InetAddress.getAllByName(url.getHost())));
    }

    void requireAllowed(URI url, List<InetAddress> resolved) throws IOException {
        if (!settings.allowsScheme(url)) {
            throw new ForbiddenAddress("The provider must be called by https.");
        }
        for (var mapped : resolved) {
            // A name server may answer with an IPv4 address inside an IPv6 one, which is the IPv4 address that is
            // connected to.
            var address = InetAddress.getByAddress(mapped.getAddress());
            if (isForbidden(address)) {
                throw new ForbiddenAddress("The provider has an address that must not be called.");
            }
            if ("http".equals(url.getScheme()) && !isOwnNetwork(address)) {
                throw new ForbiddenAddress(
                        "The provider must be called by https, because it is not in the own network.");
            }
        }
    }

    private static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress());
    }

    private static boolean isOwnNetwork(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }

    /** Failure of a call to an address that must not be called; the reason names no address. */
    static final class ForbiddenAddress extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String reason;

        ForbiddenAddress(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
