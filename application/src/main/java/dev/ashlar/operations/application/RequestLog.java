// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.operations.domain.ApiRequest;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Requests of this instance on their way to the log. They wait in a bounded queue, from which they are stored each second. Nobody waits
 * for the log: what the queue or the database does not take is dropped and counted.
 *
 * <p>No workflow, although it calls a service for each batch: the guard of a workflow at each call took 2 % of the processor time of a
 * request that reads an article.
 */
@Component
public class RequestLog implements AutoCloseable {
    /** Requests that may wait; about 5 MB. */
    static final int CAPACITY = 10_000;

    static final int BATCH = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private final ApiRequestService requests;
    private final BlockingQueue<ApiRequest> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();

    RequestLog(ApiRequestService requests) {
        this.requests = requests;
    }

    /** Adds a request, or drops it if too many are waiting. Never waits. */
    public void add(ApiRequest request) {
        if (!waiting.offer(request)) {
            dropped.incrementAndGet();
        }
    }

    /** Stores the requests that are waiting. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void store() {
        var batch = new ArrayList<ApiRequest>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            try {
                requests.store(batch);
                // waive rollback-on-failure: no transaction is open here, and what failed is counted
            } catch (RuntimeException failure) {
                drop(batch.size(), causeOf(failure));
                return;
            }
            batch.clear();
        }
    }

    private void drop(int number, String cause) {
        dropped.addAndGet(number);
        LOG.warn("Requests not logged requests={} cause={}", number, cause);
    }

    /** Returns the root cause on one line; those around it repeat the whole statement. */
    private static String causeOf(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElseThrow();
    }

    /** Returns the number of requests that are waiting. */
    public int waiting() {
        return waiting.size();
    }

    /** Returns the number of requests that were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Stores what is waiting; if the database does not take a batch, the rest is dropped as well, because the instance stops. */
    @Override
    public void close() {
        store();
        if (!waiting.isEmpty()) {
            drop(waiting.drainTo(new ArrayList<>()), "the instance stops");
        }
    }
}
