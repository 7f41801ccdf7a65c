// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of payments that need a decision. */
@FunctionalInterface
public interface AttentionViews {
    /** Lists at most {@code limit} cases after {@code afterId}, oldest payment first. */
    List<PaymentCase> cases(@Nullable UUID afterId, int limit);
}
