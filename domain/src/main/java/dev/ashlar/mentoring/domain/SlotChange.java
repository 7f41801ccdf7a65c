package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot before and after something was done with it.
 *
 * @param actor who did it; null for a job
 * @param reason why, in words for both of them
 */
public record SlotChange(
        Slot before,
        Slot after,
        @Nullable UserId actor,
        @Nullable String reason,
        Instant at) {}
