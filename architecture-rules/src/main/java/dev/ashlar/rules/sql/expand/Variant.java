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
 */
public final class Variant implements Subject {
    private final MapperStatement statement;
    private final List<Choice> choices;
    private final String sql;
    private final List<Parameter> parameters;

    public Variant(MapperStatement statement, List<Choice> choices, String sql, List<Parameter> parameters) {
        this.statement = statement;
        this.choices = List.copyOf(choices);
        this.sql = sql;
        this.parameters = List.copyOf(parameters);
    }

    /** The statement it is a variant of. */
    public MapperStatement statement() {
        return statement;
    }

    /** The answers that lead to it. */
    public List<Choice> choices() {
        return choices;
    }

    /** Its text as the driver gets it, with a question mark for each parameter. */
    public String sql() {
        return sql;
    }

    /** Parameters behind its question marks, in order. */
    public List<Parameter> parameters() {
        return parameters;
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
