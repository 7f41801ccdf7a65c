// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.USER;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ScheduledJobs;
import dev.ashlar.operations.domain.InMemoryApiRequests;
import dev.ashlar.operations.domain.RequestPartitions;
import dev.ashlar.operations.domain.RequestRetention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestLogErasureTest {
    private final InMemoryApiRequests requests = new InMemoryApiRequests();
    private final People people = mock();
    private final ScheduledJobs jobs = mock();
    private final RequestRetention retention = new RequestRetention(3);
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final RequestLogErasure erasure = new RequestLogErasure(
            new RequestLogHousekeeping(requests, mock(RequestPartitions.class), retention, clock),
            people,
            jobs,
            retention,
            clock);

    @Test
    void clearsTheRequestsOfUsersDeletedSinceTheLastCompleteRun() {
        lastSuccessAt(NOW.minus(Duration.ofHours(1)));
        var first = deletion(new UserId(UUID.randomUUID()));
        given(people.deletionsAfter(Deletion.since(NOW.minus(Duration.ofHours(25)))))
                .willReturn(List.of(first));
        given(people.deletionsAfter(first)).willReturn(List.of(deletion(USER)));
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
    void readsNoDeletionFromBeforeTheLastCompleteRun() {
        lastSuccessAt(NOW.minus(Duration.ofHours(1)));

        erasure.eraseDeletedUsers();

        then(people).should().deletionsAfter(Deletion.since(NOW.minus(Duration.ofHours(25))));
        then(people).shouldHaveNoMoreInteractions();
    }

    @Test
    void theFirstRunClearsTheRequestsOfAllWhoseRequestsAreKept() {
        given(people.deletionsAfter(Deletion.since(firstKept()))).willReturn(List.of(deletion(USER)));
        requests.insertAll(List.of(request(NOW, 204, Duration.ZERO)));

        erasure.eraseDeletedUsers();

        assertThat(requests.all)
                .singleElement()
                .satisfies(request -> assertThat(request.client().userId()).isNull());
    }

    @Test
    void findsWhatWasMissedWheneverTheLastRunWas() {
        lastSuccessAt(NOW);
        given(people.deletionsAfter(Deletion.since(firstKept()))).willReturn(List.of(deletion(USER)));
        requests.insertAll(List.of(request(NOW, 204, Duration.ZERO)));

        erasure.eraseMissedUsers();

        assertThat(requests.all)
                .singleElement()
                .satisfies(request -> assertThat(request.client().userId()).isNull());
    }

    @Test
    void leavesTheRequestsOfOthers() {
        var request = request(NOW, 200, Duration.ZERO);
        requests.insertAll(List.of(request));

        erasure.eraseMissedUsers();

        assertThat(requests.all).containsExactly(request);
    }

    private void lastSuccessAt(Instant end) {
        given(jobs.lastSuccess("operations.erase-deleted-users")).willReturn(Optional.of(end));
    }

    private Instant firstKept() {
        return retention.firstDay(NOW).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Deletion deletion(UserId user) {
        return new Deletion(user, NOW);
    }
}
