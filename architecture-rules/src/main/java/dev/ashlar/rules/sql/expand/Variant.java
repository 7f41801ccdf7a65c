// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One text that a statement can become, for one answer to each question its dynamic elements ask.
 *
 * {@snippet :
 * findings.violation(variant, "selects * " + variant);
 * }
 *
 * @param statement the statement it is a variant of
 * @param choices the answers that lead to it
 * @param sql its text as the driver gets it, with a question mark for each parameter
 * @param parameters parameters behind its question marks, in order
 */
public record Variant(MapperStatement statement, List<Choice> choices, String sql, List<Parameter> parameters)
        implements Subject {
    public Variant {
        choices = List.copyOf(choices);
        parameters = List.copyOf(parameters);
    }

    /** True if some collection is empty in it. */
    public boolean hasEmptyCollection() {
        return choices.stream()
                .anyMatch(choice -> choice.decision().question().startsWith("foreach ") && choice.answer() == 0);
    }

    @Override
    public Place place() {
        return statement.place();
    }

    /** Its choices in brackets, such as {@code [test="type != null" on, foreach ids 2 items]}; empty if it has none. */
    @Override
    public String toString() {
        return choices.isEmpty()
                ? ""
                : choices.stream().map(Choice::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
