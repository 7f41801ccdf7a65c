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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deadlines of calls that wait for bytes of a provider. One thread looks at all of them, because each byte moves one. */
@Component
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int LOOK_EVERY = 50; // milliseconds

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        var _ = watch.scheduleWithFixedDelay(
                () -> open.forEach(Deadline::closeIfLate), LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    /**
     * Watches a source until the deadline is closed.
     *
     * @param source closed when it is late, so that who reads it fails
     * @param end last moment, by {@link System#nanoTime}
     */
    Deadline watch(Closeable source, long end) {
        var deadline = new Deadline(source, end);
        open.add(deadline);
        return deadline;
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
    }

    /** Deadline of one source. */
    final class Deadline implements AutoCloseable {
        private final Closeable source;
        private final long end;
        private volatile long next;
        private volatile boolean late;

        Deadline(Closeable source, long end) {
            this.source = source;
            this.end = end;
            this.next = end;
        }

        /** Sets the deadline to a time from now, but not beyond the end. */
        void in(Duration time) {
            long from = System.nanoTime();
            long moved = from + time.toNanos();
            next = moved - end < 0 ? moved : end;
        }

        boolean isLate() {
            return late;
        }

        private void closeIfLate() {
            if (System.nanoTime() - next >= 0 && open.remove(this)) {
                late = true;
                try {
                    source.close();
                } catch (IOException alreadyBroken) {
                    LOG.debug("Late source not closed", alreadyBroken);
                }
            }
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
