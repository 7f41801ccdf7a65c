// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.kernel.UserId;
import dev.ashlar.operations.domain.ApiRequestsContract.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link ApiRequests} in memory. */
public class InMemoryApiRequests implements ApiRequests {
    private static final long STEP = 300;

    public final List<ApiRequest> all = new ArrayList<>();
    private final TreeMap<Key, Sum> sums = new TreeMap<>(
            Comparator.comparing(Key::bucket).thenComparing(Key::method).thenComparing(Key::route));

    @Override
    public void insertAll(List<ApiRequest> requests) {
        all.addAll(requests);
    }

    @Override
    public Optional<Instant> latestSum(Instant now) {
        return sums.keySet().stream()
                .map(Key::bucket)
                .filter(bucket -> !bucket.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    @Override
    public void sumUp(Instant from, Instant now) {
        all.stream()
                .filter(request -> !request.at().isBefore(from))
                .collect(Collectors.groupingBy(Key::of))
                .forEach((key, requests) -> sums.put(key, sum(key, requests)));
    }

    @Override
    public int clear(Collection<UserId> users, int limit) {
        var some = all.stream()
                .filter(request -> request.client().userId() != null
                        && users.contains(request.client().userId()))
                .limit(limit)
                .toList();
        some.forEach(request -> all.set(all.indexOf(request), cleared(request)));
        return some.size();
    }

    private static ApiRequest cleared(ApiRequest request) {
        var operation = request.operation();
        return new ApiRequest(
                request.id(),
                new RequestedOperation(operation.method(), operation.route(), null),
                request.outcome(),
                new RequestClient(null, request.client().platform(), null, null),
                null,
                request.at());
    }

    @Override
    public int deleteSumsBefore(Instant bound, int limit) {
        var old = sums.keySet().stream()
                .filter(key -> key.bucket().isBefore(bound))
                .limit(limit)
                .toList();
        old.forEach(sums::remove);
        return old.size();
    }

    public List<Sum> sums() {
        return List.copyOf(sums.values());
    }

    /** Returns the digits of the histogram of durations in tenths of a millisecond. */
    static BigDecimal histogram(long... tenths) {
        return Arrays.stream(tenths)
                .mapToObj(tenth -> BigDecimal.TEN.pow((int) (LatencyHistogram.DIGITS
                        * LatencyHistogram.BOUNDS.stream()
                                .filter(bound -> bound <= tenth)
                                .count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Sum sum(Key key, List<ApiRequest> requests) {
        return new Sum(
                key.bucket(),
                key.method(),
                requests.size(),
                requests.stream()
                        .filter(request -> request.outcome().status() / 100 == 4)
                        .count(),
                requests.stream()
                        .filter(request -> request.outcome().status() >= 500)
                        .count(),
                requests.stream()
                        .mapToLong(request -> request.outcome().responseBytes())
                        .sum(),
                histogram(requests.stream()
                        .mapToLong(request ->
                                request.outcome().durationMs().movePointRight(1).longValue())
                        .toArray()));
    }

    private record Key(Instant bucket, String method, String route) {
        static Key of(ApiRequest request) {
            long second = request.at().getEpochSecond();
            return new Key(
                    Instant.ofEpochSecond(second - Math.floorMod(second, STEP)),
                    request.operation().method(),
                    request.operation().route());
        }
    }
}
