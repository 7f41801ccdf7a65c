// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import jakarta.annotation.PreDestroy;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watch over calls that wait for bytes of a provider. It cancels calls that are late, and those whose client has left. One thread looks at
 * all of them, because each byte moves a deadline.
 */
@Component
final class CallWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);
    private static final int LOOK_EVERY = 50; // milliseconds
    private static final int CLIENTS_EVERY = 5; // looks, because each is a system call

    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("call-watch").factory());
    private int looks;

    CallWatch() {
        var _ = thread.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    /**
     * Watches a call until the watch is closed.
     *
     * @param call closed to cancel it, so that the thread that waits for it fails
     * @param clientLeft true once nobody waits for the answer
     * @param end last moment, by {@link System#nanoTime}
     */
    Watched watch(Closeable call, BooleanSupplier clientLeft, long end) {
        var watched = new Watched(call, clientLeft, end);
        open.add(watched);
        return watched;
    }

    private void look() {
        looks++;
        boolean asksClients = looks % CLIENTS_EVERY == 0;
        for (var watched : open) {
            try {
                watched.look(asksClients);
            } catch (RuntimeException defect) { // the other calls are watched all the same
                LOG.error("Call not watched", defect);
            }
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    /** One call. */
    final class Watched implements AutoCloseable {
        private final Closeable call;
        private final BooleanSupplier clientLeft;
        private final long end;
        private volatile long next;
        private volatile boolean late;
        private volatile boolean left;

        private Watched(Closeable call, BooleanSupplier clientLeft, long end) {
            this.call = call;
            this.clientLeft = clientLeft;
            this.end = end;
            this.next = end;
        }

        /** Sets the deadline to a time from now, but not beyond the end. */
        void in(Duration time) {
            long moved = System.nanoTime() + time.toNanos();
            next = moved - end < 0 ? moved : end;
        }

        /** Sets the deadline to the end, while the provider is not to blame for the time. */
        void atEnd() {
            next = end;
        }

        /** True if the call was canceled at its deadline. */
        boolean isLate() {
            return late;
        }

        /** True if the call was canceled because the client has left. */
        boolean isAbandoned() {
            return left;
        }

        private synchronized void look(boolean asksClient) {
            if (!open.contains(this)) {
                return; // the connection of the client may have a next request already
            }
            boolean isLate = System.nanoTime() - next >= 0;
            boolean isLeft = asksClient && clientLeft.getAsBoolean();
            if ((isLate || isLeft) && open.remove(this)) {
                late = isLate && !isLeft;
                left = isLeft;
                cancel();
            }
        }

        private void cancel() {
            try {
                call.close();
            } catch (IOException alreadyBroken) {
                LOG.debug("Call not canceled", alreadyBroken);
            }
        }

        @Override
        public synchronized void close() {
            open.remove(this);
        }
    }
}
