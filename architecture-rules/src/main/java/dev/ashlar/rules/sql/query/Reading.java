// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.expand.VariantCheck;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

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
public record Reading(Project project, Variant variant, Query query) implements VariantCheck.InVariant {
    /**
     * Returns a check of the queries that a rule is about. It counts the statements that have such a query, and reports what breaks the
     * rule once a statement, with the first text that does. A text that cannot be parsed has no queries.
     */
    public static Check check(Predicate<Reading> about, BiConsumer<Reading, Consumer<String>> examination) {
        return VariantCheck.of(
                Checkpoint.MAPPER,
                project -> Mappers.of(project).variants().stream().flatMap(variant -> all(project, variant)),
                about,
                examination);
    }

    /** Returns the same for a rule that says at most one thing of a query; null if nothing is wrong with it. */
    public static Check refuse(Predicate<Reading> about, Function<Reading, ? extends @Nullable String> breach) {
        return check(about, VariantCheck.refusing(breach));
    }

    private static Stream<Reading> all(Project project, Variant variant) {
        return SqlTree.of(variant.sql()).queries().stream().map(query -> new Reading(project, variant, query));
    }

    /** Returns the statement it is from. */
    public MapperStatement statement() {
        return variant.statement();
    }

    /** Returns all queries in all texts of the same statement. */
    public Stream<Reading> siblings() {
        return statement().variants().stream().flatMap(text -> all(project, text));
    }

    /** Returns the tables of the project's database. */
    public Tables tables() {
        return Tables.of(project);
    }

    /** Returns the table behind a source: a WITH, subquery or function has none. */
    public Optional<Table> table(Source source) {
        return tables().of(source);
    }

    /** Returns the table that the query writes to. */
    public Optional<Table> target() {
        return query.target().flatMap(this::table);
    }

    /** Returns the source that a column belongs to, in this query or around it. */
    public Optional<Source> source(Column column) {
        return query.source(column, tables());
    }

    /** Returns the sources of this query that columns of a node belong to. */
    public Set<Source> mentioned(Object part) {
        return Nodes.columns(part).stream()
                .flatMap(column -> source(column).stream())
                .filter(query.sources()::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the source of this query that all columns of an expression belong to; empty if there is none or several. */
    public Optional<Source> only(Expression expression) {
        var sources = Nodes.columns(expression).stream()
                .map(column -> source(column))
                .distinct()
                .toList();
        return sources.size() == 1 ? sources.get(0).filter(query.sources()::contains) : Optional.empty();
    }

    /** Returns the table's column that a column of this query stands for, through WITH and subqueries. */
    public Optional<ColumnOrigin> origin(Column column) {
        return ColumnOrigin.of(query, column, tables());
    }
}
