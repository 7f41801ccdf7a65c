// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Schema;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on what belongs to whom. */
final class BoundaryRules {
    static final List<Rule> RULES = List.of(contexts());

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'|--[^\n]*");
    private static final Set<String> EVERYBODYS = Set.of("pg_catalog", "information_schema");

    private BoundaryRules() {}

    /**
     * A context's mappers share a package, and its tables a schema: the one whose name is part of the package's, else the one
     * that most statements of the package use.
     */
    private static Rule contexts() {
        return Rule.of("schema-per-context")
                .with(check(Checkpoint.PLAN, BoundaryRules::read))
                .with(check(Checkpoint.MAPPER, BoundaryRules::named));
    }

    /** Names with their schema, such as {@code shop.orders}, that variants of a project use. */
    private interface UsedNames extends Function<Project, Function<Prepared, Stream<String>>> {}

    private static Check check(Checkpoint at, UsedNames names) {
        return new Check(at, (project, findings) -> {
            var of = names.apply(project);
            var used = new TreeMap<MapperStatement, Set<String>>(Comparator.comparing(MapperStatement::fullId));
            for (var prepared : Preparation.of(project).usable()) {
                of.apply(prepared)
                        .forEach(name -> used.computeIfAbsent(prepared.statement(), any -> new LinkedHashSet<>())
                                .add(name));
            }
            var homes = homes(used);
            used.forEach((statement, found) -> {
                findings.looked();
                var home = homes.getOrDefault(packageOf(statement), "");
                found.stream()
                        .filter(name -> !schema(name).equals(home))
                        .forEach(name -> findings.violation(statement, "is of " + home + " and uses " + name));
            });
        });
    }

    private static Map<String, String> homes(Map<MapperStatement, Set<String>> used) {
        var homes = new TreeMap<String, String>();
        used.keySet().stream().collect(groupingBy(BoundaryRules::packageOf)).forEach((name, statements) -> {
            var counts = statements.stream()
                    .flatMap(statement -> used.getOrDefault(statement, Set.of()).stream()
                            .map(BoundaryRules::schema)
                            .distinct())
                    .collect(groupingBy(schema -> schema, TreeMap::new, counting()));
            var segments = List.of(name.split("\\."));
            counts.keySet().stream()
                    .max(Comparator.<String, Boolean>comparing(segments::contains)
                            .thenComparing(schema -> counts.getOrDefault(schema, 0L)))
                    .ifPresent(home -> homes.put(name, home));
        });
        return homes;
    }

    private static String packageOf(MapperStatement statement) {
        var namespace = statement.namespace();
        return namespace.substring(0, Math.max(0, namespace.lastIndexOf('.')));
    }

    /** The part before the dot. */
    private static String schema(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static Function<Prepared, Stream<String>> read(Project project) {
        return prepared -> prepared.plan()
                .all()
                .map(PlanNode::table)
                .filter(table -> !table.isEmpty() && !EVERYBODYS.contains(schema(table)));
    }

    /** Types, functions and sequences show in the text only. Functions that read no table tie no contexts together. */
    private static Function<Prepared, Stream<String>> named(Project project) {
        var catalog = Catalog.of(project);
        var schemas = catalog.schemas().stream().map(Schema::name).toList();
        var name = Pattern.compile("\\b((?:" + String.join("|", schemas) + ")\\.\\w++)(\\s*\\()?");
        return prepared -> name.matcher(TEXT.matcher(prepared.variant().sql()).replaceAll("''"))
                .results()
                .filter(found -> found.group(2) == null || readsTables(catalog, found.group(1)))
                .map(found -> found.group(1));
    }

    /** True unless the name is that of immutable functions, or of an extension's function, which the catalog does not have. */
    private static boolean readsTables(Catalog catalog, String name) {
        return catalog.table(name).isPresent()
                || catalog.enumType(name).isPresent()
                || catalog.ranges().stream().anyMatch(type -> type.qualified().equals(name))
                || catalog.routines().stream()
                        .anyMatch(routine -> routine.qualified().equals(name) && !routine.isImmutable());
    }
}
