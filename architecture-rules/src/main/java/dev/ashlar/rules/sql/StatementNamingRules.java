// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint;
import dev.ashlar.rules.catalog.Index;
import dev.ashlar.rules.sql.query.ColumnOrigin;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.TableStatement;

/** Rules of names in statements: schemas, aliases, columns. */
final class StatementNamingRules {

    static final List<Rule> RULES = List.of(
            Rule.of("require-table-schema")
                    .with(Reading.check(
                            reading -> tables(reading.query()).findAny().isPresent(),
                            (reading, breach) -> tables(reading.query())
                                    .filter(source -> source.schema().isEmpty())
                                    .forEach(source -> breach.accept("names no schema for " + source.name())))),
            Rule.of("repeated-table-aliases")
                    .with(Reading.check(
                            reading -> reading.query().sources().stream()
                                    .filter(Source::isTable)
                                    .collect(groupingBy(Source::qualifiedName, counting()))
                                    .values()
                                    .stream()
                                    .anyMatch(times -> times > 1),
                            StatementNamingRules::alias)),
            Rule.of("junction-columns")
                    .with(Reading.check(
                            reading -> reading.query().outer().isEmpty()
                                    && reading.query().sources().size() > 1
                                    && reading.query().sources().stream()
                                            .anyMatch(source -> isJunction(reading, source)),
                            StatementNamingRules::junction)),
            Rule.of("select-star")
                    .with(Reading.check(
                            reading -> !reading.query().items().isEmpty()
                                    || reading.query().node() instanceof Insert
                                    || reading.query().node() instanceof TableStatement,
                            StatementNamingRules::starred)));

    private StatementNamingRules() {}

    private static Stream<Source> tables(Query query) {
        return Stream.concat(query.target().stream(), query.sources().stream())
                .filter(Source::isTable)
                .distinct();
    }

    private static void alias(Reading reading, Consumer<String> breach) {
        var sources = reading.query().sources();
        sources.stream()
                .filter(source -> source.isTable() && !source.isAliased())
                .filter(source -> sources.stream()
                        .anyMatch(other ->
                                !other.equals(source) && other.qualifiedName().equals(source.qualifiedName())))
                .forEach(source -> breach.accept("reads " + source.qualifiedName() + " twice, once without an alias"));
    }

    private static void junction(Reading reading, Consumer<String> breach) {
        for (var item : reading.query().items()) {
            if (item.getExpression() instanceof Column column
                    && reading.source(column).stream().anyMatch(source -> isJunction(reading, source))
                    && !isAskedFor(reading, item)) {
                breach.accept(
                        "selects " + item + ", a column of the junction that " + "the result has no component for");
            }
        }
    }

    /** A table whose primary key is made of references to two others or more. */
    private static boolean isJunction(Reading reading, Source source) {
        return reading.table(source)
                .filter(table -> table.indexes().stream()
                        .filter(Index::isUnique)
                        .filter(index -> index.keys().size() > 1)
                        .anyMatch(index -> index.keys().stream()
                                .allMatch(key -> table.constraints(Constraint.Kind.FOREIGN_KEY).stream()
                                        .anyMatch(
                                                reference -> reference.columns().equals(List.of(key))))))
                .isPresent();
    }

    private static boolean isAskedFor(Reading reading, SelectItem<?> item) {
        var type = reading.statement().resultType();
        if (type == null || type.isPrimitive() || type.getName().startsWith("java.")) {
            return type == null || reading.query().items().size() == 1;
        }
        var name = ColumnOrigin.name(item).replace("_", "");
        return Stream.concat(
                        Stream.of(type.getMethods())
                                .map(method -> method.getName().replaceFirst("^(get|is|set)(?=[A-Z])", "")),
                        Stream.of(type.getDeclaredFields()).map(field -> field.getName()))
                .anyMatch(name::equalsIgnoreCase);
    }

    private static void starred(Reading reading, Consumer<String> breach) {
        var query = reading.query();
        for (var item : query.items()) {
            if (item.getExpression() instanceof AllColumns all) {
                breach.accept("selects " + all);
            } else if (item.getExpression() instanceof Column column
                    && column.getTable() == null
                    && query.sources().stream()
                            .anyMatch(source -> source.alias().equalsIgnoreCase(column.getColumnName()))) {
                breach.accept("selects all of " + column + " as one value");
            }
        }
        if (query.node() instanceof Insert insert && insert.getColumns() == null) {
            breach.accept("inserts without naming columns");
        }
        if (query.node() instanceof TableStatement table) {
            breach.accept("reads all of " + table.getTable());
        }
    }
}
