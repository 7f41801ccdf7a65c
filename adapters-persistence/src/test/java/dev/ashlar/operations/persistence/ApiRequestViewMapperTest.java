// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.ORDER;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.application.ApiRequestFilter;
import dev.ashlar.operations.application.ApiRequestView;
import dev.ashlar.operations.application.RouteSums;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.ApiRequestId;
import dev.ashlar.operations.domain.RequestedOperation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ApiRequestViewMapper.requests owner", test = "listsByRouteUserFailureAndTime")
class ApiRequestViewMapperTest {
    private static final ApiRequestFilter ALL = new ApiRequestFilter(null, null, null, null, null);
    private static final RequestedOperation CARTS = RequestedOperation.of("POST", "/carts", "/carts");

    private final ApiRequest first = request(NOW, 200, Duration.ofMillis(2));
    private final ApiRequest second = request(NOW.plusSeconds(1), CARTS, 503, Duration.ofMillis(9));
    private final ApiRequest third = request(NOW.plusSeconds(1), CARTS, 409, Duration.ofMillis(9));

    @Autowired
    private ApiRequestMapper requests;

    @Autowired
    private ApiRequestViewMapper views;

    @BeforeEach
    void store() {
        requests.insertAll(List.of(first, second, third));
    }

    @Test
    void listsLatestFirst() {
        assertThat(found(ALL, null)).containsExactly(third.id(), second.id(), first.id());
        assertThat(views.requests(ALL, null, 9).getLast())
                .isEqualTo(new ApiRequestView(
                        first.id(), first.operation(), first.outcome(), first.client(), first.traceId(), first.at()));
        assertThat(found(ALL, new Cursor.Place(third.at(), third.id().value())))
                .containsExactly(second.id(), first.id());
        assertThat(views.requests(ALL, null, 1)).hasSize(1);
    }

    @Test
    void listsByRouteUserFailureAndTime() {
        assertThat(found(new ApiRequestFilter(ORDER, null, null, null, null), null))
                .containsExactly(first.id());
        assertThat(found(new ApiRequestFilter(null, USER, false, null, null), null))
                .hasSize(3);
        assertThat(found(new ApiRequestFilter(null, new UserId(UUID.randomUUID()), null, null, null), null))
                .isEmpty();
        assertThat(found(new ApiRequestFilter(null, null, true, null, null), null))
                .containsExactly(second.id());
        assertThat(found(new ApiRequestFilter(null, null, null, second.at(), null), null))
                .hasSize(2);
        assertThat(found(new ApiRequestFilter(null, null, null, null, second.at()), null))
                .containsExactly(first.id());
    }

    @Test
    void addsUpFiveMinutesOfASpan() {
        requests.insertAll(List.of(request(NOW.plusSeconds(300), CARTS, 200, Duration.ofMillis(9))));
        requests.sumUp(NOW, NOW);
        var sums = views.sums(NOW, NOW.plusSeconds(301), 9);
        assertThat(sums).extracting(RouteSums::route).containsExactly("/carts", ORDER);
        var carts = sums.getFirst();
        assertThat(carts.requests()).isEqualTo(3);
        assertThat(carts.clientErrors()).isEqualTo(1);
        assertThat(carts.serverErrors()).isEqualTo(1);
        assertThat(carts.responseBytes()).isEqualTo(3000);
        assertThat(views.sums(NOW, NOW.plusSeconds(300), 1))
                .singleElement()
                .satisfies(sum -> assertThat(sum.requests()).isEqualTo(2));
        assertThat(views.sums(NOW.plusSeconds(301), NOW.plusSeconds(900), 9)).isEmpty();
    }

    private List<ApiRequestId> found(ApiRequestFilter filter, Cursor.@Nullable Place before) {
        return views.requests(filter, before, 9).stream()
                .map(ApiRequestView::id)
                .toList();
    }
}
