// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Platforms;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.Set;

/** Platforms that requests may come through. */
@ApplicationService
public class PlatformService {
    private final Platforms platforms;

    PlatformService(Platforms platforms) {
        this.platforms = platforms;
    }

    public Set<String> codes() {
        return Set.copyOf(platforms.codes());
    }
}
