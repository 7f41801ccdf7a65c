// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of providers. */
public interface AiProviderViews {
    /** Returns live providers that follow the given key, oldest first. */
    List<AiProviderView> providers(@Nullable UUID after, int limit);
}
