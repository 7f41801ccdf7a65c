package dev.ashlar.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limit of unsuccessful attempts for one identifier.
 *
 * @param attempts number allowed within the window
 * @param window time in which an attempt counts
 */
public record AttemptLimit(int attempts, Duration window) {
    public static final AttemptLimit LOGIN = new AttemptLimit(5, Duration.ofMinutes(15));
    public static final AttemptLimit PASSWORD_RESET = new AttemptLimit(3, Duration.ofMinutes(15));

    public Instant windowStart(Instant now) {
        return now.minus(window);
    }

    /**
     * Returns the time that the caller has to wait.
     *
     * @param latest the latest attempts that count, newest first, at most as many as are allowed
     * @return empty if one more attempt is allowed now
     */
    public Optional<Duration> wait(List<Instant> latest, Instant now) {
        return latest.size() < attempts
                ? Optional.empty()
                : Optional.of(Duration.between(now, latest.getLast().plus(window)));
    }
}
