// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Visible comment.
 *
 * @param number identifies the comment to clients
 * @param following true if the reader follows the author
 */
public record CommentDetails(
        long number, String body, UserId authorId, boolean following, Instant createdAt, Instant updatedAt) {}
