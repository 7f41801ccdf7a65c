// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Key figure at a time.
 *
 * @param bucket start of the quarter of an hour in which it was counted
 */
public record KpiPointView(Instant bucket, BigDecimal value) {}
