// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.ORDER;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.operations.domain.InMemoryApiRequests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

class ApiRequestServiceTest {
    private static final Actor ADMIN = new Actor(USER, Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private static final ApiRequestFilter ALL = new ApiRequestFilter(null, null, null, null, null);

    private final ApiRequestViews views = Mockito.mock(ApiRequestViews.class);
    private final ApiRequestService service =
            new ApiRequestService(new InMemoryApiRequests(), views, InstantSource.fixed(NOW.plusSeconds(7)));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsReadTheLog(Role role) {
        var actor = new Actor(USER, role, Actor.DEFAULT_PLATFORM);
        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(actor, ALL, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.stats(actor, null, null, 1));
    }

    @Test
    void turnsHistogramsIntoMilliseconds() {
        var span = NOW.minus(Duration.ofHours(1));
        given(views.sums(span, NOW.plusSeconds(7), 9))
                .willReturn(List.of(new RouteSums(
                        "GET", ORDER, 1, 0, 0, 100, BigDecimal.TEN.pow(12 * 6).toString())));
        var stats = service.stats(ADMIN, null, null, 9);
        assertThat(stats.from()).isEqualTo(span);
        assertThat(stats.to()).isEqualTo(NOW.plusSeconds(7));
        var p = new BigDecimal("2.1");
        assertThat(stats.routes())
                .containsExactly(new RouteStatsView("GET", ORDER, 1, 0, 0, 100, new DurationPercentiles(p, p, p)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T16:05:00Z, 2026-02-03T16:05:00Z, 1",
        "2026-02-03T16:10:00Z, , 1",
        "2026-01-01T00:00:00Z, , 1",
        ", , 0",
        ", , 101"
    })
    void refusesSpansAndLimitsOutOfBounds(@Nullable Instant from, @Nullable Instant to, int limit) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> service.stats(ADMIN, from, to, limit));
    }
}
