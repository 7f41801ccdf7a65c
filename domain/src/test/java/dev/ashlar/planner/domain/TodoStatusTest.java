// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class TodoStatusTest {
    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("planner.md", "todo-lifecycle", TodoStatus.LIFECYCLE);
    }
}
