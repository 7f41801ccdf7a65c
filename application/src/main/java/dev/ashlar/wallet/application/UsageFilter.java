package dev.ashlar.wallet.application;

import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null leaves a condition out.
 *
 * @param from first instant, included
 * @param until last instant, excluded
 */
public record UsageFilter(
        @Nullable UsageType usageType,
        @Nullable Instant from,
        @Nullable Instant until) {}
