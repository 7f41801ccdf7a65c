// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Followed author in the export of a reader's data.
 *
 * @param userId author
 */
public record ExportedFollow(UserId userId, Instant createdAt) {}
