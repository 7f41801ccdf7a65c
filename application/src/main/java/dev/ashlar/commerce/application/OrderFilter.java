package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Which orders are wanted; null leaves a condition out. */
public record OrderFilter(@Nullable UserId userId, @Nullable OrderStatus status) {}
