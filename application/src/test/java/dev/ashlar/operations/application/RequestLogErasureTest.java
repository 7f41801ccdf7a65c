// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.operations.domain.InMemoryApiRequests;
import dev.ashlar.operations.domain.RequestPartitions;
import dev.ashlar.operations.domain.RequestRetention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestLogErasureTest {
    private final InMemoryApiRequests requests = new InMemoryApiRequests();
    private final People people = mock();
    private final RequestLogErasure erasure = new RequestLogErasure(
            new RequestLogHousekeeping(
                    requests, mock(RequestPartitions.class), new RequestRetention(3), InstantSource.fixed(NOW)),
            people);

    @Test
    void clearsTheRequestsOfAllDeletedUsers() {
        var first = new UserId(UUID.randomUUID());
        given(people.deletedAfter(null)).willReturn(List.of(first));
        given(people.deletedAfter(first)).willReturn(List.of(USER));
        given(people.deletedAfter(USER)).willReturn(List.of());
        requests.insertAll(List.of(request(NOW, 204, Duration.ZERO)));

        erasure.eraseDeletedUsers();

        assertThat(requests.all).singleElement().satisfies(request -> {
            assertThat(request.client().userId()).isNull();
            assertThat(request.client().address()).isNull();
            assertThat(request.operation().path()).isNull();
            assertThat(request.outcome().status()).isEqualTo(204);
        });
    }

    @Test
    void leavesTheRequestsOfOthers() {
        given(people.deletedAfter(null)).willReturn(List.of());
        var request = request(NOW, 200, Duration.ZERO);
        requests.insertAll(List.of(request));

        erasure.eraseDeletedUsers();

        assertThat(requests.all).containsExactly(request);
    }
}
