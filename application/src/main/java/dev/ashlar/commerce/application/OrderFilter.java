// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Conditions of a list of orders; null omits a condition. */
public record OrderFilter(@Nullable UserId userId, @Nullable OrderStatus status) {}
