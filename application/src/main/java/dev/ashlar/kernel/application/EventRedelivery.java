// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

/** Redelivery of failed events to their listeners. */
@FunctionalInterface
public interface EventRedelivery {
    /** Hands over the events that are due by {@link EventRetries}, at most one batch, outside any transaction. Returns their number. */
    int redeliverDue();
}
