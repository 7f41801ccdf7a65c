// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.web.CallWatch.Watched;
import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Memory for answers in one piece, which are read to their end before the client gets them. Each open call may hold a small one. Only a
 * few large ones are in memory at once; the providers of others wait.
 */
@Component
final class LargeAnswers {
    /** Most bytes of a small answer. */
    static final int SMALL = 64 * 1024;

    /** Number of large answers in memory. */
    static final int MOST = 4;

    private static final int LOOK_EVERY = 250; // milliseconds, because nothing wakes a call that is canceled

    private final Semaphore room = new Semaphore(MOST, true);

    /** Returns the share of a call, which is to be closed when the call has ended. */
    Share share() {
        return new Share();
    }

    /** Memory of one call for large answers, of which it holds one at a time. */
    final class Share implements AutoCloseable {
        private boolean taken;

        private Share() {}

        /**
         * Waits for the memory of a large answer until the call is canceled. No call that has it waits for more, so that there is no
         * deadlock.
         *
         * @throws NoMemory if the call was canceled before
         */
        void take(Watched call) throws IOException {
            try {
                while (!taken && !call.isLate() && !call.isAbandoned()) {
                    taken = room.tryAcquire(LOOK_EVERY, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("Ashlar is stopping.", stopping);
            }
            if (!taken) {
                throw new NoMemory();
            }
        }

        @Override
        public void close() {
            if (taken) {
                room.release();
            }
        }
    }

    /** End of a call that waited for memory. The provider has not failed. */
    static final class NoMemory extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        NoMemory() {
            super("Other large answers have the memory.");
        }
    }
}
