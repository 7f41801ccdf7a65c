package dev.ashlar.kernel.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Network addresses as one client has them. */
final class ClientAddress {
    private static final int PREFIX = 8; // bytes

    private ClientAddress() {}

    /**
     * Returns the address, of IPv6 the network only: a client has a whole network of /64 to itself. Clients that have left already have no
     * address and count as one.
     */
    static String of(HttpServletRequest request) {
        @Nullable String address = request.getRemoteAddr();
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX));
        } catch (IllegalArgumentException noAddress) {
            return address; // with a port, as some proxies write it
        }
    }
}
