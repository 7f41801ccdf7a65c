// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Flat;
import org.jspecify.annotations.Nullable;

/**
 * Row of an imported file.
 *
 * @param number 1 for the first row after the header
 * @param problems reasons why the row could not be read; null for the others
 */
public record ImportedRow(
        int number, @Flat RowFields fields, @Nullable RowProblems problems) {}
