// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.List;

/** Redelivery of failed events to their listeners. */
@FunctionalInterface
public interface EventRedelivery {
    /** Hands over these events outside any transaction. Returns their number, without those that this version cannot read. */
    int redeliver(List<OutstandingEvent> due);
}
