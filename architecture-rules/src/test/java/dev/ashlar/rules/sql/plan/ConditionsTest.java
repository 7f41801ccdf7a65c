// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Conditions as they are in plans. */
class ConditionsTest {
    @Test
    void partsAreTakenApartAtAnd_notWithinParenthesesOrText() {
        assertThat(Conditions.parts("((o.id = $1) AND (o.note = 'a AND b') AND ((o.a = 1) OR (o.b = 2)))"))
                .containsExactly("o.id = $1", "o.note = 'a AND b'", "(o.a = 1) OR (o.b = 2)");
        assertThat(Conditions.parts("")).isEmpty();
    }

    @Test
    void onlyAnEqualityHasEqualSides() {
        assertThat(Conditions.equalSides("o.id = $1")).containsExactly("o.id", "$1");
        assertThat(Conditions.equalSides("o.id >= $1")).isEmpty();
    }

    @Test
    void castsParenthesesAndTheAliasSayNothing() {
        assertThat(Conditions.bare("(lower((o.email)::text) = lower($1))", "o")).isEqualTo("lower(email) = lower($1)");
        assertThat(Conditions.bare("(status = 'open'::shop.order_status)", "o")).isEqualTo("status = 'open'");
        assertThat(Conditions.bare("foo.id", "o")).isEqualTo("foo.id");
        assertThat(Conditions.bare("(InitPlan 1).col1", "")).isEqualTo("(InitPlan 1).col1");
    }
}
