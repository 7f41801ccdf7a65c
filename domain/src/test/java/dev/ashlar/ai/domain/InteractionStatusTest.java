// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class InteractionStatusTest {
    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("ai.md", "interaction", InteractionStatus.LIFECYCLE);
    }
}
