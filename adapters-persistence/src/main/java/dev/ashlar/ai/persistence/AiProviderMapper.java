// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

/** {@link AiProviders} in {@code ai.ai_providers}. */
@Mapper
interface AiProviderMapper extends AiProviders {
    @Override
    default boolean makeDefault(AiProviderId id, Instant now) {
        lockDefault();
        endDefault(id, now);
        return setDefault(id, now);
    }

    String lockDefault();

    void endDefault(AiProviderId next, Instant now);

    boolean setDefault(AiProviderId id, Instant now);
}
