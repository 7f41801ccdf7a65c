// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import org.jspecify.annotations.Nullable;

/**
 * Result of an imported row.
 *
 * @param problems reasons of a refusal; null for other outcomes
 */
public record RowResult(
        int number, RowOutcome outcome, @Nullable RowProblems problems) {}
