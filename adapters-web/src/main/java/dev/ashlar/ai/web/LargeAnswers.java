// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;
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

    private final Semaphore room = new Semaphore(MOST, true);

    /** Returns the share of a call, which is to be closed when the call has ended. */
    Share share() {
        return new Share();
    }

    /** Memory of one call for large answers, of which it holds one at a time. */
    final class Share implements AutoCloseable {
        private boolean taken;

        private Share() {}

        /** Waits for the memory of a large answer. No call that has it waits for more, so that there is no deadlock. */
        void take() throws IOException {
            if (taken) {
                return;
            }
            try {
                room.acquire();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("Ashlar is stopping.", stopping);
            }
            taken = true;
        }

        @Override
        public void close() {
            if (taken) {
                room.release();
            }
        }
    }
}
