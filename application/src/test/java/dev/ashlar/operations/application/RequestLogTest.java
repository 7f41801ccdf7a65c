// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.InMemoryApiRequests;
import java.net.ConnectException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** Requests never wait for their log. */
class RequestLogTest {
    private final List<Integer> batches = new ArrayList<>();
    private @Nullable RuntimeException failure;

    private final InMemoryApiRequests stored = new InMemoryApiRequests() {
        @Override
        public void insertAll(List<ApiRequest> requests) {
            if (failure != null) {
                throw failure;
            }
            batches.add(requests.size());
            super.insertAll(requests);
        }
    };

    private final RequestLog log = new RequestLog(
            new ApiRequestService(stored, Mockito.mock(ApiRequestViews.class), InstantSource.fixed(NOW)));

    @Test
    void storesRequestsInBatches() {
        add(RequestLog.BATCH + 1);
        assertThat(stored.all).isEmpty();
        log.store();
        assertThat(batches).containsExactly(RequestLog.BATCH, 1);
        assertThat(stored.all).doesNotHaveDuplicates();
        assertThat(log.waiting()).isZero();
        assertThat(log.dropped()).isZero();
    }

    @Test
    void dropsAndCountsWhatTheQueueDoesNotTake() {
        add(RequestLog.CAPACITY + 7);
        assertThat(log.waiting()).isEqualTo(RequestLog.CAPACITY);
        assertThat(log.dropped()).isEqualTo(7);
        log.store();
        assertThat(stored.all).hasSize(RequestLog.CAPACITY);
    }

    @Test
    void dropsAndCountsOneBatchAtEachAttemptWhileTheDatabaseIsDown() {
        failure = down();
        add(RequestLog.BATCH + 1);
        log.store();
        assertThat(log.dropped()).isEqualTo(RequestLog.BATCH);
        assertThat(log.waiting()).isEqualTo(1);
        failure = null;
        log.store();
        assertThat(stored.all).hasSize(1);
    }

    @Test
    void countsABatchThatFailsForAnyOtherReason() {
        failure = new IllegalStateException("A defect");
        add(2);
        log.store();
        assertThat(log.dropped()).isEqualTo(2);
    }

    @Test
    void logsTheRootCauseOnOneLine() {
        failure = down();
        add(1);
        assertThat(linesOf(log::store))
                .containsExactly("Requests not logged requests=1 cause=java.net.ConnectException: refused");
    }

    @Test
    void storesTheRestWhenItStops() {
        add(3);
        log.close();
        assertThat(stored.all).hasSize(3);
    }

    @Test
    void countsTheRestWhenItStopsWithoutADatabase() {
        failure = down();
        add(RequestLog.BATCH + 2);
        assertThat(linesOf(log::close))
                .hasSize(2)
                .last()
                .isEqualTo("Requests not logged requests=2 cause=the instance stops");
        assertThat(log.dropped()).isEqualTo(RequestLog.BATCH + 2);
    }

    private static RuntimeException down() {
        return new DataAccessResourceFailureException(
                "### Error updating database.\n### SQL: INSERT", new ConnectException("refused\nCheck the host."));
    }

    private static List<String> linesOf(Runnable call) {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(RequestLog.class);
        logger.addAppender(lines);
        call.run();
        logger.detachAppender(lines);
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void add(int count) {
        for (int number = 0; number < count; number++) {
            log.add(request(NOW, 200, Duration.ofMillis(2)));
        }
    }
}
