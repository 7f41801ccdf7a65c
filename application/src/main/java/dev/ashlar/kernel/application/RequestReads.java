// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the request that the current thread serves, and the server that may answer them: a replica that shows the caller's latest change,
 * or only the primary. Reads without a request, such as those of jobs and listeners, go to the primary.
 */
public final class RequestReads {
    private static final ThreadLocal<RequestReads> CURRENT = new ThreadLocal<>();

    private final Consumer<WalPosition> onChange;
    private WalPosition after;
    private @Nullable Consumer<Throwable> onReplicaFailure;

    private RequestReads(WalPosition after, Consumer<WalPosition> onChange) {
        this.after = after;
        this.onChange = onChange;
    }

    /**
     * Begins a request of this thread, until {@link #end()}.
     *
     * @param after position that a replica must have replayed; {@link WalPosition#UNREACHABLE} for reads of the primary only
     * @param onChange receives a position for the caller's next requests, after each change that the request commits
     */
    public static void begin(WalPosition after, Consumer<WalPosition> onChange) {
        CURRENT.set(new RequestReads(after, onChange));
    }

    /** Ends the request of this thread, if there is one. */
    public static void end() {
        CURRENT.remove();
    }

    /** Returns the reads of the request that this thread serves. */
    public static Optional<RequestReads> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Leaves the remaining reads of the current request to the primary, because one has failed.
     *
     * @return true if a replica has answered reads of it, so that they are worth running again
     */
    static boolean leaveReplica(Throwable failure) {
        var request = CURRENT.get();
        if (request == null || request.onReplicaFailure == null) {
            return false;
        }
        request.onReplicaFailure.accept(failure);
        request.onReplicaFailure = null;
        request.usePrimary();
        return true;
    }

    /** True if some replica may answer. */
    public boolean mayUseReplica() {
        return !after.equals(WalPosition.UNREACHABLE);
    }

    /** True if a replica may answer that has replayed the log up to this position. */
    public boolean mayUseReplicaAt(WalPosition replayed) {
        return mayUseReplica() && !after.isAfter(replayed);
    }

    /** Leaves the remaining reads to the primary, because it answers this one: a replica may be older than what it shows. */
    public void usePrimary() {
        after = WalPosition.UNREACHABLE;
    }

    /**
     * Notes that a replica answers a read.
     *
     * @param onFailure receives the failure of a read that is worth running again on the primary
     */
    public void useReplica(Consumer<Throwable> onFailure) {
        onReplicaFailure = onFailure;
    }

    /**
     * Notes a change that the request has committed: its later reads show it, as do those of later requests with this position.
     *
     * @param position a position after the commit
     */
    public void changed(WalPosition position) {
        if (position.isAfter(after)) {
            after = position;
        }
        onChange.accept(position);
    }
}
