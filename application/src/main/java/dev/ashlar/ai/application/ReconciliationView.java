// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import java.time.Instant;
import java.util.List;

/**
 * Result of a reconciliation of interactions, statistics and budgets. All agree if both lists are empty.
 *
 * @param from start of the months that were compared
 * @param interactions number of interactions since then
 * @param pendingHours number of hours whose statistics wait for their recomputation, and were not compared
 * @param hours hours whose statistics differ from the interactions, at most 100
 * @param windows windows of budgets that differ from the interactions or holds, at most 100
 */
public record ReconciliationView(
        Instant from, long interactions, long pendingHours, List<HourDriftView> hours, List<WindowDriftView> windows) {
    public ReconciliationView {
        hours = List.copyOf(hours);
        windows = List.copyOf(windows);
    }
}
