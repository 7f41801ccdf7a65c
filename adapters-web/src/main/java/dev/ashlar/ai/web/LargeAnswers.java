// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.web.CallWatch.Watched;
import dev.ashlar.kernel.UserId;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Memory for answers in one piece, which are read to their end before the client gets them. Each open call may hold a small one. Only a
 * few large ones are in memory at once, and at most half of them of one user, whose clients may be slow; the providers of others wait.
 */
@Component
final class LargeAnswers {
    /** Most bytes of a small answer. */
    static final int SMALL = 64 * 1024;

    /** Number of large answers in memory. */
    static final int MOST = 4;

    /** Number of those that may be of one user. */
    static final int MOST_OF_A_USER = MOST / 2;

    private static final int LOOK_EVERY = 250; // milliseconds, because nothing wakes a call that is canceled

    /** Users of the large answers in memory, one for each answer. */
    private final List<UserId> holders = new ArrayList<>(MOST);

    /** Returns the share of a user's call, which is to be closed when the call has ended. */
    Share share(UserId user) {
        return new Share(user);
    }

    private synchronized boolean hold(UserId user, Watched call) throws InterruptedException {
        while (isFull(user) && !call.isLate() && !call.isAbandoned()) {
            wait(LOOK_EVERY);
        }
        boolean hasRoom = !isFull(user);
        if (hasRoom) {
            holders.add(user);
        }
        return hasRoom;
    }

    private boolean isFull(UserId user) {
        return holders.size() >= MOST || Collections.frequency(holders, user) >= MOST_OF_A_USER;
    }

    private synchronized void release(UserId user) {
        holders.remove(user);
        notifyAll();
    }

    /** Memory of one call for large answers, of which it holds one at a time. */
    final class Share implements AutoCloseable {
        private final UserId user;
        private boolean taken;

        private Share(UserId user) {
            this.user = user;
        }

        /**
         * Waits for the memory of a large answer until the call is canceled. No call that has it waits for more, so that there is no
         * deadlock.
         *
         * @throws NoMemory if the call was canceled before
         */
        void take(Watched call) throws IOException {
            try {
                taken = taken || hold(user, call);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("Ashlar is stopping.", stopping);
            }
            if (!taken) {
                throw new NoMemory();
            }
        }

        /** Gives the memory back for now, after an answer that the client does not get. */
        void giveBack() {
            if (taken) {
                taken = false;
                release(user);
            }
        }

        @Override
        public void close() {
            giveBack();
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
