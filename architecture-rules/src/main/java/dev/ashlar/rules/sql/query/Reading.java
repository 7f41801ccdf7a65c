// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;

/**
 * A query in one of the texts that a statement can become: what a rule about parsed SQL looks at.
 *
 * {@snippet :
 * Rule.of("offset-paging", "…").with(Reading.check(
 *         reading -> reading.query().isLimited(),
 *         (reading, breach) -> breach.accept("skips rows")));
 * }
 *
 * @param project where the statement is from
 * @param variant the text
 * @param query one of its queries, at any depth
 */
public record Reading(Project project, Variant variant, Query query) {
    /**
     * A check of the queries that a rule is about. It counts the statements that have such a query, and reports what breaks
     * the rule once a statement, with the first text that does. A text that cannot be parsed has no queries.
     */
    public static Check check(Predicate<Reading> about, BiConsumer<Reading, Consumer<String>> examination) {
        return new Check(
                Checkpoint.MAPPER,
                (project, findings) -> Mappers.of(project)
                        .statements()
                        .forEach(statement -> examine(project, statement, about, examination, findings)));
    }

    private static void examine(
            Project project,
            MapperStatement statement,
            Predicate<Reading> about,
            BiConsumer<Reading, Consumer<String>> examination,
            Findings findings) {
        var looked = new AtomicBoolean();
        var breaches = new LinkedHashMap<String, String>();
        for (var variant : statement.variants()) {
            for (var query : SqlTree.of(variant.sql()).queries()) {
                var reading = new Reading(project, variant, query);
                Consumer<String> report = breach -> breaches.putIfAbsent(breach, reading.context());
                var failure = CannotTell.failure(() -> {
                    if (about.test(reading)) {
                        looked.set(true);
                        examination.accept(reading, report);
                    }
                });
                if (!failure.isEmpty()) {
                    looked.set(true);
                    report.accept(failure);
                }
            }
        }
        if (looked.get()) {
            findings.looked();
        }
        breaches.forEach((breach, context) -> findings.violation(statement, breach + context));
    }

    private String context() {
        return "\n     in " + (variant.choices().isEmpty() ? "" : variant + " ")
                + variant.sql().strip().replaceAll("\\s+", " ");
    }

    /** The statement it is from. */
    public MapperStatement statement() {
        return variant.statement();
    }

    /** All queries in all texts of the same statement. */
    public Stream<Reading> siblings() {
        return statement().variants().stream()
                .flatMap(text ->
                        SqlTree.of(text.sql()).queries().stream().map(found -> new Reading(project, text, found)));
    }

    /** The tables of the project's database. */
    public Tables tables() {
        return Tables.of(project);
    }

    /** The source that a column belongs to, in this query or around it. */
    public Optional<Source> source(Column column) {
        return query.source(column, tables());
    }

    /** The source of this query that all columns of an expression belong to; empty if there is none or several. */
    public Optional<Source> only(Expression expression) {
        var sources = Query.within(expression, Column.class).stream()
                .map(column -> source(column))
                .distinct()
                .toList();
        return sources.size() == 1 ? sources.getFirst().filter(query.sources()::contains) : Optional.empty();
    }

    /** The table's column that a column of this query stands for, through WITH and subqueries. */
    public Optional<ColumnOrigin> origin(Column column) {
        return ColumnOrigin.of(query, column, tables());
    }
}
