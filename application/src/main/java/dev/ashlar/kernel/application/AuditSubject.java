// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.UUID;

/**
 * Row that was changed.
 *
 * @param subjectType table with its schema, as in {@code commerce.orders}
 * @param subjectId key of the row, as in the id of an order; of a wallet that of its owner
 */
public record AuditSubject(String subjectType, UUID subjectId) {}
