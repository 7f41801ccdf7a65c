// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests that follow from others. */
class AnsweredTestsTest {
    private final AnsweredTests premises = new AnsweredTests();

    @Test
    void oneValueExcludesAnother() {
        premises.add("type == 'A'", true);

        assertThat(premises.implied("type == \"B\"")).isFalse();
        assertThat(premises.implied("'A'.toString() == type")).isTrue();
        assertThat(premises.implied("type != null and type != ''")).isTrue();
        assertThat(premises.implied("sort == 'B'")).isNull();
    }

    @Test
    void anotherValueIsPossibleWhereOneIsExcluded() {
        premises.add("type == 'A'", false);

        assertThat(premises.implied("type == 'B'")).isNull();
        assertThat(premises.implied("type == null")).isNull();
    }

    @Test
    void noAlternativeHoldsWhereNoneDoes() {
        premises.add("active || (since != null && until != null)", false);

        assertThat(premises.implied("active")).isFalse();
        assertThat(premises.implied("not active")).isTrue();
        assertThat(premises.implied("since != null")).isNull();
        premises.add("since != null", true);
        assertThat(premises.implied("until == null")).isTrue();
    }

    @Test
    void negationsAndBooleansAgree() {
        premises.add("!(active == false or ids.isEmpty())", true);

        assertThat(premises.implied("ids.isEmpty()")).isFalse();
        assertThat(premises.implied("active == false")).isFalse();
        assertThat(premises.implied("active eq true")).isNull();
        premises.add("active", true);
        assertThat(premises.implied("active != null")).isTrue();
    }
}
