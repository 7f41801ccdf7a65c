// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a budget covers: those of one user, of one provider or of one platform.
 *
 * @param userId the user; null unless the scope is user
 * @param providerId the provider; null unless the scope is provider
 * @param platform code of the platform; null unless the scope is platform
 */
public record BudgetTarget(
        BudgetScope scope,
        @Nullable UserId userId,
        @Nullable AiProviderId providerId,
        @Nullable String platform) {
    public BudgetTarget {
        require(scope == BudgetScope.USER, userId, "/userId");
        require(scope == BudgetScope.PROVIDER, providerId, "/providerId");
        require(scope == BudgetScope.PLATFORM, platform, "/platform");
    }

    /** True if the budget covers a call of this origin. */
    public boolean covers(InteractionOrigin origin) {
        return switch (scope) {
            case USER -> origin.userId().equals(userId);
            case PROVIDER -> origin.providerId().equals(providerId);
            case PLATFORM -> origin.platform().equals(platform);
        };
    }

    private static void require(boolean expected, @Nullable Object value, String pointer) {
        Fields.require(
                expected == (value != null),
                pointer,
                expected ? "is required by the scope" : "belongs to another scope");
    }
}
