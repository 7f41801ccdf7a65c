// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void writesAConstantInLowerCaseInEveryLocale() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr")); // whose lower case of I is not i
        try {
            assertThat(Labels.of(Finish.MIRROR_POLISHED)).isEqualTo("mirror_polished");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void listsLabelsInTheOrderOfTheConstants() {
        assertThat(Labels.all(Finish.class)).containsExactly("rough", "mirror_polished");
        assertThat(Labels.expectation(Finish.class)).isEqualTo("must be one of rough, mirror_polished");
    }

    @Test
    void findsAConstantByItsLabelOnly() {
        assertThat(Labels.find(Finish.class, "rough")).isEqualTo(Finish.ROUGH);
        assertThat(Labels.find(Finish.class, "ROUGH")).isNull();
        assertThat(Labels.find(Finish.class, 0)).isNull();
        assertThat(Labels.find(Finish.class, null)).isNull();
    }

    private enum Finish {
        ROUGH,
        MIRROR_POLISHED
    }
}
