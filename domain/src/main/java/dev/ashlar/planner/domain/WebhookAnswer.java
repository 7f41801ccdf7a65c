// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Spelling;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answer of a webhook to one attempt.
 *
 * @param detail reason of a failure; null if the call was delivered
 */
public record WebhookAnswer(
        Result result, Duration duration, @Nullable String detail) {
    public WebhookAnswer {
        detail = detail == null ? null : Spelling.cut(detail, AutomationRun.MAX_DETAIL);
    }

    /** Meaning of an answer. */
    public enum Result {
        /** The receiver has accepted the call. */
        DELIVERED,
        /** The call failed, and another attempt may succeed. */
        FAILED,
        /** The call may not be made, or the receiver wants no more. */
        REFUSED
    }
}
