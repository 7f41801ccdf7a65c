// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.UserId;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Client of a request, as far as it said who it is.
 *
 * @param userId user of the access token; null without one
 * @param platform code of the platform that the client named; null if it named none, or one that no platform can have
 * @param address network address; null if unknown
 * @param userAgent name of the client's software, cut; null if it sent none
 */
public record RequestClient(
        @Nullable UserId userId,
        @Nullable String platform,
        @Nullable String address,
        @Nullable String userAgent) {
    private static final Pattern PLATFORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final int MAX_USER_AGENT = 200;

    /** Creates the client of a request from what it sent. */
    public static RequestClient of(
            @Nullable UserId userId, @Nullable String platform, @Nullable String address, @Nullable String userAgent) {
        return new RequestClient(
                userId,
                platform != null && PLATFORM.matcher(platform).matches() ? platform : null,
                address == null ? null : storable(address),
                userAgent == null || userAgent.isBlank() ? null : readable(userAgent));
    }

    /** Returns the address without the network interface, or null for a text that is no address. */
    private static @Nullable String storable(String address) {
        int scope = address.indexOf('%');
        try {
            return InetAddress.ofLiteral(scope < 0 ? address : address.substring(0, scope))
                    .getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String readable(String text) {
        return CONTROL.matcher(text.substring(0, Math.min(text.length(), MAX_USER_AGENT)))
                .replaceAll("?");
    }
}
