// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;

/**
 * Place of a provider among those that serve a model.
 *
 * @param priority smaller numbers come first
 * @param active true if the provider is called
 * @param isDefault true for the one provider that comes before all others; never for an inactive one
 */
public record ProviderRank(int priority, boolean active, boolean isDefault) {
    public static final int MAX_PRIORITY = 1_000;
    /** Priority of a new provider. */
    public static final int USUAL_PRIORITY = 100;

    public ProviderRank {
        Fields.within("/priority", priority, 0, MAX_PRIORITY);
        isDefault = isDefault && active;
    }
}
