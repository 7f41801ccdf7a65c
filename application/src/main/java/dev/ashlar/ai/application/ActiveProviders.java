// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.List;

/** Providers that are in use, for the check of their health. No actor asks. */
@ApplicationService
public class ActiveProviders {
    private final AiProviders providers;

    ActiveProviders(AiProviders providers) {
        this.providers = providers;
    }

    /** Returns those that are called first. */
    public List<AiProvider> list() {
        return providers.active();
    }
}
