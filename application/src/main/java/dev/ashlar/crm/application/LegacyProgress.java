// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Result of one batch of a command.
 *
 * @param lastId key of the last row that was read; null if none was left
 * @param read number of rows that were read
 * @param changed number of leads that were changed; in a dry run the highest number that would be, because rows are not compared
 *     with each other
 */
public record LegacyProgress(@Nullable UUID lastId, int read, int changed) {}
