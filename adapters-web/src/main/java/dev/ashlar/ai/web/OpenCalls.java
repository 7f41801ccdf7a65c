// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Calls that wait for a provider, bounded by their number and by the memory that their requests take, for each user and in all. */
@Component
final class OpenCalls {
    private static final int MAX_BYTES = 128 * 1024 * 1024;
    private static final int MAX_BYTES_OF_A_USER = MAX_BYTES / 4;

    private final int maxOfAUser;
    private final Semaphore room;
    private final Semaphore bytes = new Semaphore(MAX_BYTES);
    private final Map<UserId, Open> ofUsers = new ConcurrentHashMap<>();

    OpenCalls(ChatLimits limits) {
        this.maxOfAUser = limits.maxOpenOfAUser();
        this.room = new Semaphore(limits.maxOpen());
    }

    /** Runs a call if there is room for it, and refuses it otherwise. */
    void run(UserId user, int size, Runnable call) {
        enter(user, size);
        try {
            call.run();
        } finally {
            leave(user, size);
        }
    }

    private void enter(UserId user, int size) {
        var open = ofUsers.merge(user, new Open(1, size), Open::plus);
        if (open.calls() > maxOfAUser || (open.calls() > 1 && open.bytes() > MAX_BYTES_OF_A_USER)) {
            leaveUser(user, size);
            throw KernelProblem.RATE_EXCEEDED.because((open.calls() - 1)
                    + " of your calls are open. Wait until one of them has ended, then send the request again.");
        }
        if (!room.tryAcquire()) {
            leaveUser(user, size);
            throw full();
        }
        if (!bytes.tryAcquire(size)) {
            room.release();
            leaveUser(user, size);
            throw full();
        }
    }

    private void leave(UserId user, int size) {
        bytes.release(size);
        room.release();
        leaveUser(user, size);
    }

    private void leaveUser(UserId user, int size) {
        ofUsers.computeIfPresent(user, (_, open) -> open.calls() == 1 ? null : open.plus(new Open(-1, -size)));
    }

    private static RuntimeException full() {
        return KernelProblem.UNAVAILABLE.because("Too many calls are open. Try again in a few seconds.");
    }

    /** Number of open calls of a user, and the bytes of their requests. */
    private record Open(int calls, long bytes) {
        Open plus(Open other) {
            return new Open(calls + other.calls, bytes + other.bytes);
        }
    }
}
