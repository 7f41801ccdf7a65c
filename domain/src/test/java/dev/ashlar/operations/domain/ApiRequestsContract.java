// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.ORDER;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contract of {@link ApiRequests}. */
public abstract class ApiRequestsContract {
    private static final Duration STEP = Duration.ofMinutes(5);

    protected abstract ApiRequests requests();

    /** Returns all sums, by time, method and route. */
    protected abstract List<Sum> sums();

    /** Returns the number of requests with a user, path, address, client or trace. */
    protected abstract long personal();

    @Test
    void sumsUpByFiveMinutesMethodAndRoute() {
        var post = RequestedOperation.of("POST", ORDER, "/api/v1/orders/7");
        requests()
                .insertAll(List.of(
                        request(NOW, 200, Duration.ofMillis(2)),
                        request(NOW.plusSeconds(299), 404, Duration.ofMillis(30)),
                        request(NOW.plusSeconds(299), post, 503, Duration.ofMillis(30)),
                        request(NOW.plus(STEP), 500, Duration.ofSeconds(100))));
        requests().sumUp(NOW, NOW.plus(STEP).plusSeconds(1));
        assertThat(sums())
                .containsExactly(
                        new Sum(NOW, "GET", 2, 1, 0, 2000, latency(20, 300)),
                        new Sum(NOW, "POST", 1, 0, 1, 1000, latency(300)),
                        new Sum(NOW.plus(STEP), "GET", 1, 0, 1, 1000, latency(1_000_000)));
    }

    @Test
    void replacesSumsByLaterOnes() {
        requests().insertAll(List.of(request(NOW, 200, Duration.ofMillis(2))));
        requests().sumUp(NOW, NOW.plusSeconds(1));
        requests().sumUp(NOW, NOW.plusSeconds(2));
        requests().insertAll(List.of(request(NOW, 500, Duration.ofMillis(30))));
        requests().sumUp(NOW, NOW.plusSeconds(3));
        assertThat(sums()).containsExactly(new Sum(NOW, "GET", 2, 0, 1, 2000, latency(20, 300)));
    }

    @Test
    void leavesEarlierSumsAlone() {
        requests().insertAll(List.of(request(NOW.minusSeconds(1), 200, Duration.ofMillis(2))));
        requests().sumUp(NOW, NOW.plusSeconds(1));
        assertThat(sums()).isEmpty();
    }

    @Test
    void tellsTheLatestSum() {
        var next = NOW.plus(STEP);
        assertThat(requests().latestSum(next)).isEmpty();
        requests()
                .insertAll(List.of(request(NOW, 200, Duration.ofMillis(2)), request(next, 200, Duration.ofMillis(2))));
        requests().sumUp(NOW, next);
        assertThat(requests().latestSum(next)).contains(next);
        assertThat(requests().latestSum(next.minusMillis(1))).contains(NOW);
    }

    @Test
    void deletesTheEarliestSums() {
        requests()
                .insertAll(List.of(
                        request(NOW, 200, Duration.ofMillis(2)),
                        request(NOW.plus(STEP), 200, Duration.ofMillis(2)),
                        request(NOW.plus(STEP).plus(STEP), 200, Duration.ofMillis(2))));
        requests().sumUp(NOW, NOW.plus(STEP));
        var bound = NOW.plus(STEP).plus(STEP);
        assertThat(requests().deleteSumsBefore(bound, 1)).isEqualTo(1);
        assertThat(sums()).extracting(Sum::bucket).containsExactly(NOW.plus(STEP), bound);
        assertThat(requests().deleteSumsBefore(bound, 5)).isEqualTo(1);
        assertThat(requests().deleteSumsBefore(bound, 5)).isZero();
        assertThat(sums()).extracting(Sum::bucket).containsExactly(bound);
    }

    @Test
    void clearsTheRequestsOfUsersInBatches() {
        var other = new UserId(UUID.randomUUID());
        requests()
                .insertAll(List.of(request(NOW, 200, Duration.ZERO), request(NOW.plusSeconds(1), 200, Duration.ZERO)));
        assertThat(requests().clear(Set.of(other), 5)).isZero();
        assertThat(personal()).isEqualTo(2);
        assertThat(requests().clear(Set.of(USER, other), 1)).isEqualTo(1);
        assertThat(personal()).isEqualTo(1);
        assertThat(requests().clear(Set.of(USER, other), 5)).isEqualTo(1);
        assertThat(requests().clear(Set.of(USER, other), 5)).isZero();
        assertThat(personal()).isZero();
    }

    private static BigDecimal latency(long... tenths) {
        return InMemoryApiRequests.histogram(tenths);
    }

    /** Sum of five minutes of a method on one route, with the digits of a {@link LatencyHistogram}. */
    public record Sum(
            Instant bucket,
            String method,
            long requests,
            long clientErrors,
            long serverErrors,
            long responseBytes,
            BigDecimal latency) {}
}
