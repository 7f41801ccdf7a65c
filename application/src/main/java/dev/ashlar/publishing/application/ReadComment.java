package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * A comment that readers see.
 *
 * @param number what readers know it by
 * @param following whether the reader follows its author
 */
public record ReadComment(
        long number, String body, UserId authorId, boolean following, Instant createdAt, Instant updatedAt) {}
