package dev.ashlar.ai.web;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Calls that wait for a provider, bounded for each user, in all, and by the memory that their requests take. */
@Component
final class OpenCalls {
    private static final int MAX_BYTES = 128 * 1024 * 1024;

    private final int maxOfAUser;
    private final Semaphore room;
    private final Semaphore bytes = new Semaphore(MAX_BYTES);
    private final Map<UserId, Integer> ofUsers = new ConcurrentHashMap<>();

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
        int open = ofUsers.merge(user, 1, Integer::sum);
        if (open > maxOfAUser) {
            leaveUser(user);
            throw KernelProblem.RATE_EXCEEDED.because(maxOfAUser
                    + " of your calls are open. Wait until one of them has ended, then send the request again.");
        }
        if (!room.tryAcquire()) {
            leaveUser(user);
            throw full();
        }
        if (!bytes.tryAcquire(size)) {
            room.release();
            leaveUser(user);
            throw full();
        }
    }

    private void leave(UserId user, int size) {
        bytes.release(size);
        room.release();
        leaveUser(user);
    }

    private void leaveUser(UserId user) {
        ofUsers.computeIfPresent(user, (_, open) -> open == 1 ? null : open - 1);
    }

    private static RuntimeException full() {
        return KernelProblem.UNAVAILABLE.because("Too many calls are open. Try again in a few seconds.");
    }
}
