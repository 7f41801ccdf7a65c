// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Schema;
import dev.ashlar.rules.sql.analyze.CitusRefusals;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.query.SqlTree;
import dev.ashlar.rules.sql.query.Tables;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on what belongs to whom: tables to contexts, and schemas to servers. */
final class BoundaryRules {
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'|--[^\n]*");
    private static final Set<String> EVERYBODYS = Set.of("pg_catalog", "information_schema");

    static final List<Rule> RULES = List.of(
            // A context's mappers share a package, and its tables a schema: the one whose name is part of the
            // package's, else the one that most statements of the package use.
            Rule.of("schema-per-context")
                    .with(check(Checkpoint.PLAN, BoundaryRules::read))
                    .with(check(Checkpoint.MAPPER, BoundaryRules::named)),
            Rule.of("one-owner-per-table")
                    .refuse(Checkpoint.HARNESS, BoundaryRules::filesWithStatements, BoundaryRules::uncalled)
                    .whole(Checkpoint.HARNESS, BoundaryRules::shared),
            Rule.of("distributed-writes").whole(Checkpoint.PLAN, BoundaryRules::refusedByCitus));

    private BoundaryRules() {}

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

    /** Returns the part before the dot. */
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
                || catalog.types().stream().anyMatch(type -> type.qualified().equals(name))
                || catalog.routines().stream()
                        .anyMatch(routine -> routine.qualified().equals(name) && !routine.isImmutable());
    }

    private static @Nullable String uncalled(MapperFile file) {
        var mapper = file.mapper();
        return mapper == null || !mapper.isInterface()
                ? "no interface is called " + file.namespace() + ", so nobody calls its statements"
                : null;
    }

    private static void shared(Project project, Findings findings) {
        users(project).forEach((table, contexts) -> {
            findings.looked();
            if (contexts.size() > 1) {
                findings.violation(Catalog.of(project).place(table), table + " is used by " + contexts);
            }
        });
    }

    private static List<MapperFile> filesWithStatements(Project project) {
        return Mappers.of(project).statements().stream()
                .map(MapperStatement::file)
                .distinct()
                .toList();
    }

    /** Returns the contexts of each table that a statement uses, each with the first of its statements. */
    private static Map<String, Set<String>> users(Project project) {
        var users = new TreeMap<String, Map<String, String>>();
        for (var prepared : Preparation.of(project).usable()) {
            var context = context(project, prepared.statement());
            for (var table : Tables.of(project).named(prepared.variant().sql())) {
                users.computeIfAbsent(table.qualified(), any -> new TreeMap<>())
                        .putIfAbsent(context, context + " (" + prepared.statement() + ")");
            }
        }
        var contexts = new TreeMap<String, Set<String>>();
        users.forEach((table, all) -> contexts.put(table, new TreeSet<>(all.values())));
        return contexts;
    }

    /** Returns the package below the project's base package, else the mapper's own package. */
    private static String context(Project project, MapperStatement statement) {
        var namespace = statement.namespace();
        try {
            for (var base : project.basePackages()) {
                if (namespace.startsWith(base + ".")) {
                    var below = namespace.substring(base.length() + 1);
                    return below.contains(".") ? below.substring(0, below.indexOf('.')) : base;
                }
            }
        } catch (NotGiven withoutClasses) {
            // Then a package is a context.
        }
        return namespace.contains(".") ? namespace.substring(0, namespace.lastIndexOf('.')) : namespace;
    }

    private static void refusedByCitus(Project project, Findings findings) {
        try (var connection = project.database().getConnection()) {
            connection.setAutoCommit(false);
            var refusals = CitusRefusals.of(connection);
            Prepared.check(
                            prepared -> writes(prepared.variant()),
                            (prepared, breach) -> refusals.in(prepared).forEach(breach))
                    .examination()
                    .accept(project, findings);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean writes(Variant variant) {
        return SqlTree.of(variant.sql()).queries().stream()
                .anyMatch(query -> query.target().isPresent());
    }
}
