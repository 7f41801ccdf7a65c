package dev.ashlar.kernel.application;

import java.time.Instant;

/** Hands failed events to their listeners again. */
@FunctionalInterface
public interface EventRedelivery {
    /** Hands over what {@link EventRetries} says is due, at most one batch; returns how many. Not inside a transaction. */
    int redeliverDue(Instant now);
}
