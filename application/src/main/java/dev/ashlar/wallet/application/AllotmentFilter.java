package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import org.jspecify.annotations.Nullable;

/** Which requests are wanted; null leaves a condition out. */
public record AllotmentFilter(
        @Nullable UserId userId, @Nullable AllotmentStatus status) {}
