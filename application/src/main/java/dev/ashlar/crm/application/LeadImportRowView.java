// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.kernel.Flat;
import org.jspecify.annotations.Nullable;

/**
 * Row of an import with its result.
 *
 * @param number 1 for the first row after the header
 * @param outcome null until the row is imported
 * @param problems reasons of a refusal; null for other outcomes
 */
public record LeadImportRowView(
        int number,
        @Flat RowFields fields,
        @Nullable RowOutcome outcome,
        @Nullable RowProblems problems) {}
