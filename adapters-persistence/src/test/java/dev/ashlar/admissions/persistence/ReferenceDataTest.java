// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    @Test
    void everyRowIsValid() {
        var data = new JsonReferenceData();

        assertThat(data.colleges()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(data.courses()).hasSize(3).doesNotHaveDuplicates();
    }
}
