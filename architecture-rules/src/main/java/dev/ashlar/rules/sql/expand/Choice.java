// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

/**
 * One answer to a decision.
 *
 * {@snippet :
 * String shown = variant.choices().stream().map(Choice::toString).collect(joining(", ")); // test="status != null" on
 * }
 *
 * @param decision what was asked
 * @param answer the index of the answer
 */
public record Choice(Decision decision, int answer) {
    @Override
    public String toString() {
        return decision.choice(answer);
    }
}
