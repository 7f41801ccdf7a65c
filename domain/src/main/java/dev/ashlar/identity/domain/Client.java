// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Device that a request comes from, as the request describes it. Shown to the user in the list of sessions, trusted for nothing.
 *
 * @param ip network address; null if unknown
 * @param userAgent name that the client gives itself; null if there is none
 */
public record Client(@Nullable String ip, @Nullable String userAgent) {
    private static final int MAX_IP = 64;
    private static final int MAX_USER_AGENT = 300;

    public Client {
        ip = cut(ip, MAX_IP);
        userAgent = cut(userAgent, MAX_USER_AGENT);
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null ? null : Spelling.cut(text, max);
    }
}
