// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.prepare.ResultColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules on what statements give back, and how much of it. */
final class ResultRules {

    static final List<Rule> RULES = List.of(
            Rule.of("unbounded-result")
                    .with(Prepared.refuse(
                            Checkpoint.PLAN,
                            prepared -> !prepared.columns().isEmpty(),
                            prepared -> Bounds.has(prepared)
                                    ? null
                                    : "has no LIMIT, and neither a unique key nor an aggregate bounds its rows")),
            Rule.of("result-columns")
                    .with(Prepared.check(
                            prepared -> row(prepared).isPresent()
                                    && !prepared.columns().isEmpty(),
                            (prepared, breach) ->
                                    compare(prepared, row(prepared).orElseThrow(), breach))),
            Rule.of("nullable-result")
                    .with(Prepared.check(
                            prepared -> row(prepared).isPresent()
                                    && !prepared.columns().isEmpty(),
                            ResultRules::nulls)));

    private ResultRules() {}

    private static Optional<ResultRow> row(Prepared prepared) {
        return ResultRow.of(prepared.statement()).filter(row -> row.filling() != ResultRow.Filling.OPEN);
    }

    /** Returns the columns of a result that are taken by their names. */
    static List<ResultColumn> namedColumns(Prepared prepared) {
        return row(prepared)
                        .filter(row -> row.filling() != ResultRow.Filling.VALUE)
                        .isPresent()
                ? prepared.columns()
                : List.of();
    }

    private static void compare(Prepared prepared, ResultRow row, Consumer<String> breach) {
        var type = row.type().getSimpleName();
        if (row.filling() == ResultRow.Filling.VALUE) {
            if (prepared.columns().size() > 1) {
                breach.accept("gives " + prepared.columns().size() + " columns for one " + type);
            }
            return;
        }
        for (var column : prepared.columns()) {
            if (row.part(column.label()).isEmpty()) {
                breach.accept("column " + column.label() + " "
                        + row.automatic().stream()
                                .map(mapping -> mapping.reason(column.label()))
                                .findFirst()
                                .orElse("has no place in " + type));
            }
        }
        for (var part : row.parts()) {
            long columns = prepared.columns().stream()
                    .filter(column -> part.takes(column.label()))
                    .count();
            if (columns != 1) {
                breach.accept((columns == 0 ? "no column" : "more than one column") + " fills " + part.name() + " of "
                        + type);
            }
        }
    }

    private static void nulls(Prepared prepared, Consumer<String> breach) {
        var nullability = new Nullability(prepared);
        for (var column : prepared.columns()) {
            row(prepared)
                    .flatMap(row -> row.part(column.label()))
                    .filter(part -> !part.nullable() && nullability.mayBeNull(column))
                    .ifPresent(part -> breach.accept(column.label() + " can be null, "
                            + (part.name().isEmpty()
                                    ? "and the method returns a primitive"
                                    : part.name() + " cannot")));
        }
    }
}
