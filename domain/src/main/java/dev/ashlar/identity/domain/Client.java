package dev.ashlar.identity.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a request tells about the machine it comes from. Shown to the person in the list of sessions, trusted for nothing.
 *
 * @param ip network address; null if unknown
 * @param userAgent what the client calls itself; null if it does not say
 */
public record Client(@Nullable String ip, @Nullable String userAgent) {
    private static final int MAX_IP = 64;
    private static final int MAX_USER_AGENT = 300;

    public Client {
        ip = cut(ip, MAX_IP);
        userAgent = cut(userAgent, MAX_USER_AGENT);
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
