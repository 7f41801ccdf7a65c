// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void keepsAnAbsentField() {
        assertThat(Change.<String>keep().applyTo("old")).isEqualTo("old");
    }

    @Test
    void setsAPresentField() {
        assertThat(Change.to("new").applyTo("old")).isEqualTo("new");
    }

    @Test
    void clearsAFieldThatIsNull() {
        assertThat(Change.<@Nullable String>to(null).applyTo("old")).isNull();
    }
}
