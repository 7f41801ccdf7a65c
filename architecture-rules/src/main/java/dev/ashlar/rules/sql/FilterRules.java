// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Source;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.PlainSelect;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Conditions that several statements share. */
final class FilterRules {
    private static final Pattern CONDITION = Pattern.compile("(?is)\\b(?:WHERE|AND)\\b\\s+(.+?)"
            + "(?=\\b(?:WHERE|AND|OR|ORDER|GROUP|HAVING|LIMIT|FOR|RETURNING|UNION|FROM|JOIN|SET|ON)\\b|$)");
    private static final int MANY = 3;

    static final List<Rule> RULES = List.of(
            Rule.of("count-matches-list").refuse(Checkpoint.MAPPER, FilterRules::counts, FilterRules::listAndCount),
            Rule.of("repeated-conditions")
                    .whole(
                            Checkpoint.MAPPER,
                            (project, findings) ->
                                    Mappers.of(project).files().forEach(file -> copies(file, findings))));

    private FilterRules() {}

    private static @Nullable String listAndCount(Count count) {
        return count.lists().stream().anyMatch(list -> agree(count.statement(), list))
                ? null
                : "counts by other conditions than "
                        + count.lists().stream().map(MapperStatement::id).collect(Collectors.joining(", ")) + ": "
                        + String.join(" and ", conditions(count.statement()));
    }

    /** A count beside the lists of the same mapper that begin with the same table. */
    private record Count(Place place, MapperStatement statement, List<MapperStatement> lists) implements Subject {}

    private static List<Count> counts(Project project) {
        var counts = new ArrayList<Count>();
        for (var statement : Mappers.of(project).statements()) {
            if (fullest(statement).filter(FilterRules::isCount).isPresent()) {
                var lists = Mappers.of(project).statements().stream()
                        .filter(other -> other.namespace().equals(statement.namespace()))
                        .filter(other -> fullest(other).filter(Query::isLimited).isPresent())
                        .filter(other -> table(other).equals(table(statement)))
                        .toList();
                if (!lists.isEmpty()) {
                    counts.add(new Count(statement.place(), statement, lists));
                }
            }
        }
        return counts;
    }

    /** Returns the text of a statement that has the most conditions: the one with all filters on. One without a text is no list. */
    private static Optional<Query> fullest(MapperStatement statement) {
        return statement.variants().stream()
                .filter(variant -> !variant.hasEmptyCollection())
                .flatMap(variant -> SqlTree.of(variant.sql()).queries().stream().limit(1))
                .max(Comparator.comparingInt(query -> query.conditions().size()));
    }

    private static boolean isCount(Query query) {
        return query.node() instanceof PlainSelect select
                && select.getGroupBy() == null
                && query.items().size() == 1
                && query.items().get(0).getExpression() instanceof Function function
                && String.valueOf(function.getName()).equalsIgnoreCase("count");
    }

    private static Optional<String> table(MapperStatement statement) {
        return fullest(statement)
                .flatMap(query -> query.sources().stream().findFirst())
                .map(Source::qualifiedName);
    }

    private static Set<String> conditions(MapperStatement statement) {
        return fullest(statement).stream()
                .flatMap(query -> query.conditions().stream())
                .map(NormalizedSql::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean agree(MapperStatement count, MapperStatement list) {
        var counted = conditions(count);
        var query = fullest(list).orElseThrow();
        var order = query.order().stream()
                .map(element -> NormalizedSql.text(element.getExpression()))
                .toList();
        var listed = query.conditions().stream()
                .filter(condition ->
                        counted.contains(NormalizedSql.text(condition)) || !isBoundOfPage(condition, order))
                .map(NormalizedSql::text)
                .collect(Collectors.toSet());
        boolean shared = counted.isEmpty() || count.fragments().stream().anyMatch(list.fragments()::contains);
        return shared && listed.equals(counted);
    }

    /** True if it leaves out what the pages before had: what is sorted by, or a row of it, beyond a value. */
    private static boolean isBoundOfPage(Expression condition, List<String> order) {
        if (!(condition instanceof ComparisonOperator bound)
                || condition instanceof EqualsTo
                || condition instanceof NotEqualsTo) {
            return false;
        }
        var left = bound.getLeftExpression();
        return left instanceof ParenthesedExpressionList<?> row
                ? row.stream().map(NormalizedSql::text).allMatch(order::contains)
                : order.contains(NormalizedSql.text(left));
    }

    private static void copies(MapperFile file, Findings findings) {
        var filters = new LinkedHashMap<String, Element>();
        var seen = new ArrayList<Element>();
        for (var statement : file.statements()) {
            findings.looked();
            var place = file.place(statement);
            for (var filter : filters(statement)) {
                var first = filters.putIfAbsent(filter, statement);
                if (first != null && !first.equals(statement)) {
                    findings.violation(place, "repeats from " + first.getAttribute("id") + ": " + filter);
                }
            }
            var conditions = writtenConditions(statement);
            for (var earlier : seen) {
                var common = new LinkedHashSet<>(conditions);
                common.retainAll(writtenConditions(earlier));
                if (common.size() >= MANY) {
                    findings.violation(
                            place, "repeats from " + earlier.getAttribute("id") + ": " + String.join(" AND ", common));
                    break;
                }
            }
            seen.add(statement);
        }
    }

    /** Returns the optional conditions that a statement writes itself, each with its test. */
    private static Set<String> filters(Element statement) {
        return MapperFile.elements(statement, Set.of("if")).stream()
                .filter(filter -> filter.getTextContent().strip().matches("(?is)(AND|OR)\\b.*"))
                .map(filter -> "<if test=\"" + filter.getAttribute("test") + "\"> " + squeezed(filter.getTextContent()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the conditions that it writes itself and that are always there. */
    private static Set<String> writtenConditions(Element statement) {
        var fixed = (Element) statement.cloneNode(true);
        MapperFile.elements(fixed, Set.of("if", "choose", "foreach"))
                .forEach(element -> element.getParentNode().removeChild(element));
        return CONDITION
                .matcher(squeezed(fixed.getTextContent()))
                .results()
                .map(condition -> condition.group(1).strip())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
