// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestReadsTest {
    private static final WalPosition EARLY = new WalPosition(100);
    private static final WalPosition LATE = new WalPosition(200);

    private final List<WalPosition> told = new ArrayList<>();

    @AfterEach
    void end() {
        RequestReads.end();
    }

    @Test
    void mayUseAReplicaThatHasReachedTheirPosition() {
        var request = begin(LATE);
        assertThat(request.mayUseReplica()).isTrue();
        assertThat(request.mayUseReplicaAt(EARLY)).isFalse();
        assertThat(request.mayUseReplicaAt(LATE)).isTrue();
        assertThat(request.mayUseReplicaAt(new WalPosition(201))).isTrue();
    }

    @Test
    void stayWithThePrimaryWithoutAPositionThatAReplicaReaches() {
        var request = begin(WalPosition.UNREACHABLE);
        assertThat(request.mayUseReplica()).isFalse();
        assertThat(request.mayUseReplicaAt(WalPosition.UNREACHABLE)).isFalse();
    }

    @Test
    void showTheChangesOfTheirOwnRequest() {
        var request = begin(EARLY);
        request.changed(LATE);
        assertThat(request.mayUseReplicaAt(EARLY)).isFalse();
        assertThat(request.mayUseReplicaAt(LATE)).isTrue();
        assertThat(told).containsExactly(LATE);
    }

    @Test
    void stayWithThePrimaryOnceItHasAnsweredOne() {
        var request = begin(EARLY);
        request.usePrimary();
        assertThat(request.mayUseReplicaAt(LATE)).isFalse();
        request.changed(LATE);
        assertThat(request.mayUseReplicaAt(LATE)).isFalse();
    }

    @Test
    void keepAPositionThatIsAheadOfANewOne() {
        var request = begin(LATE);
        request.changed(EARLY);
        assertThat(request.mayUseReplicaAt(EARLY)).isFalse();
    }

    @Test
    void belongToTheThreadUntilTheEnd() throws InterruptedException {
        begin(EARLY);
        var seen = new ArrayList<Boolean>();
        var other =
                Thread.ofVirtual().start(() -> seen.add(RequestReads.current().isPresent()));
        other.join();
        assertThat(seen).containsExactly(false);

        RequestReads.end();
        assertThat(RequestReads.current()).isEmpty();
        assertThat(RequestReads.leaveReplica(new IllegalStateException("no request")))
                .isFalse();
    }

    private RequestReads begin(WalPosition after) {
        RequestReads.begin(after, told::add);
        return RequestReads.current().orElseThrow();
    }
}
