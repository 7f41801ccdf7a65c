// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Kpi;
import java.time.Instant;

/**
 * Key figure of the latest snapshot.
 *
 * @param bucket start of the quarter of an hour in which it was counted
 */
public record KpiView(@Flat Kpi kpi, Instant bucket) {}
