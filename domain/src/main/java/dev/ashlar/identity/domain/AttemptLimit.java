// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits of unsuccessful attempts at one account. A client reaches its own limit first, so that it cannot lock others out; the limit of
 * the account bounds the guesses of many clients and does not hold for known devices.
 *
 * @param perOrigin number allowed to one network address or known device within the window
 * @param perAccount number allowed to all unknown devices together
 * @param window time in which an attempt counts
 */
public record AttemptLimit(int perOrigin, int perAccount, Duration window) {
    public static final AttemptLimit LOGIN = new AttemptLimit(5, 50, Duration.ofMinutes(15));
    public static final AttemptLimit PASSWORD_RESET = new AttemptLimit(3, 10, Duration.ofMinutes(15));

    public static final AttemptLimit REGISTRATION = new AttemptLimit(3, 3, Duration.ofMinutes(15));

    public Instant windowStart(Instant now) {
        return now.minus(window);
    }

    /**
     * Returns the time that the caller has to wait.
     *
     * @param latest the latest attempts that count, newest first, at most as many as the account is allowed: those of the origin's
     *     device if it is known, else those of all unknown devices
     * @return empty if one more attempt is allowed now
     */
    public Optional<Duration> wait(List<Attempt> latest, Origin origin, Instant now) {
        boolean isKnown = origin.device() != null;
        var own = latest.stream()
                .filter(attempt -> isKnown || Objects.equals(attempt.ip(), origin.ip()))
                .toList();
        return Stream.of(
                        wait(own, perOrigin, now), isKnown ? Optional.<Duration>empty() : wait(latest, perAccount, now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    private Optional<Duration> wait(List<Attempt> latest, int allowed, Instant now) {
        return latest.size() < allowed
                ? Optional.empty()
                : Optional.of(Duration.between(now, latest.get(allowed - 1).at().plus(window)));
    }

    /**
     * Earlier attempt.
     *
     * @param ip network address that it came from; null if unknown
     */
    public record Attempt(Instant at, @Nullable String ip) {}
}
