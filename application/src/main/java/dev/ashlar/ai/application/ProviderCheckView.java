// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.ProviderCheck;
import org.jspecify.annotations.Nullable;

/**
 * Result of testing a provider.
 *
 * @param statusCode HTTP status of the provider's answer; null if there was none
 * @param responseTimeMs milliseconds until the answer or the failure
 * @param detail reason for the failure; null if the provider works
 */
public record ProviderCheckView(
        ProviderCheck.Result result,
        @Nullable Integer statusCode,
        int responseTimeMs,
        @Nullable String detail) {
    static ProviderCheckView of(ProviderCheck check) {
        return new ProviderCheckView(check.result(), check.statusCode(), check.responseTimeMs(), check.detail());
    }
}
