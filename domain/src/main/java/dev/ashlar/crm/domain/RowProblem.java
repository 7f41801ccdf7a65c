// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/**
 * Reason why an imported row is refused.
 *
 * @param field name of the column; empty for the whole row
 * @param message description of a valid value, such as {@code must be at most 200 printable characters}
 */
public record RowProblem(String field, String message) {}
