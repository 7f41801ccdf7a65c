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
 * @param driftedHours number of all hours whose statistics differ from the interactions
 * @param driftedWindows number of all windows of budgets that differ from the interactions or holds
 * @param hours sums of these hours, at most 100
 * @param windows these windows, at most 100
 */
public record ReconciliationView(
        Instant from,
        long interactions,
        long pendingHours,
        long driftedHours,
        long driftedWindows,
        List<HourDriftView> hours,
        List<WindowDriftView> windows) {
    public ReconciliationView {
        hours = List.copyOf(hours);
        windows = List.copyOf(windows);
    }
}
