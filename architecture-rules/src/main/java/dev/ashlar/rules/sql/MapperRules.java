// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.AnnotatedMapper;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Tables;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Function;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/** Rules of a mapper besides its SQL: its methods, how rows become objects, what its attributes say. */
final class MapperRules {
    private static final String[] MAPPINGS = {"association", "collection", "arg", "idArg", "result", "id", "case"};
    private static final Pattern ADVISORY_LOCK = Pattern.compile("(?i)pg_(try_)?advisory_(xact_)?lock(_shared)?");

    static final List<Rule> RULES = List.of(
            Rule.of("no-nested-selects").whole(Checkpoint.MAPPER, MapperRules::noNestedSelects),
            Rule.of("mapper-methods").whole(Checkpoint.MAPPER, MapperRules::mapperMethods),
            Rule.of("locking-read")
                    .with(Reading.refuse(
                            reading -> reading.statement().kind().equals("select") && locksOrWrites(reading.query()),
                            reading ->
                                    reading.statement().attribute("affectData").equals("true")
                                            ? null
                                            : "locks or writes, and is not marked affectData")),
            Rule.of("stale-cache").whole(Checkpoint.MAPPER, MapperRules::staleReads));

    private MapperRules() {}

    private static void noNestedSelects(Project project, Findings findings) {
        Mappers.of(project).files().forEach(file -> nestedSelects(file, findings));
        if (project.freshConfiguration().isLazyLoadingEnabled()) {
            findings.violation(Place.of(project.name()), "MyBatis is configured with lazyLoadingEnabled");
        }
    }

    private static void nestedSelects(MapperFile file, Findings findings) {
        findings.looked();
        for (var mapping : file.elements(MAPPINGS)) {
            var place = file.place(
                    mapping,
                    file.simpleName() + " " + mapping.getTagName() + " " + mapping.getAttribute("property")
                            + mapping.getAttribute("name"));
            if (!mapping.getAttribute("select").isEmpty()) {
                findings.violation(place, "loads by the nested select " + mapping.getAttribute("select"));
            }
            if (mapping.getAttribute("fetchType").equals("lazy")) {
                findings.violation(place, "loads lazily");
            }
        }
    }

    private static void mapperMethods(Project project, Findings findings) {
        var files = Mappers.of(project).files();
        var nested = nestedSelects(files);
        files.stream()
                .collect(groupingBy(MapperFile::namespace, LinkedHashMap::new, toList()))
                .values()
                .forEach(ofMapper -> {
                    findings.looked(ofMapper.get(0));
                    var failure = CannotTell.failure(() -> unmatched(ofMapper, nested, findings));
                    if (!failure.isEmpty()) {
                        findings.violation(ofMapper.get(0), failure);
                    }
                });
    }

    /** Returns the statements that a result map loads by, which need no method. */
    private static Set<String> nestedSelects(List<MapperFile> files) {
        var nested = new HashSet<String>();
        for (var file : files) {
            for (var mapping : file.elements(MAPPINGS)) {
                var select = mapping.getAttribute("select");
                nested.add(select.contains(".") ? select : file.namespace() + "." + select);
            }
        }
        return nested;
    }

    /** Compares a mapper's files, and its annotations, with its methods. */
    private static void unmatched(List<MapperFile> files, Set<String> nested, Findings findings) {
        if (files.stream().allMatch(file -> file.statements().isEmpty())) {
            return; // fragments alone need no interface
        }
        var methods = methods(files.get(0));
        var names = methods.stream().map(Method::getName).toList();
        var found = new HashSet<String>();
        for (var file : files) {
            for (var statement : file.statements()) {
                var id = statement.getAttribute("id");
                if (found.add(id) && !names.contains(id) && !nested.contains(file.namespace() + "." + id)) {
                    findings.violation(file.place(statement), "no method of the mapper is called " + id);
                }
            }
        }
        methods.stream()
                .filter(method -> !found.contains(method.getName())
                        && !AnnotatedMapper.hasStatement(method)
                        && !AnnotatedMapper.isOfLibrary(method))
                .forEach(method -> findings.violation(
                        files.get(0),
                        "has no statement for " + method.getDeclaringClass().getSimpleName() + "." + method.getName()));
    }

    private static List<Method> methods(MapperFile file) {
        var mapper = file.mapper();
        if (mapper == null) {
            throw new CannotTell("its namespace " + file.namespace() + " is no interface on the class path");
        }
        return Arrays.stream(mapper.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    private static boolean locksOrWrites(Query query) {
        return query.target().isPresent() || locks(query);
    }

    /** True if it locks rows, or takes an advisory lock. */
    static boolean locks(Query query) {
        return query.locks()
                || query.own(Function.class).stream()
                        .anyMatch(function -> ADVISORY_LOCK
                                .matcher(String.valueOf(function.getName()))
                                .matches());
    }

    private static void staleReads(Project project, Findings findings) {
        var mappers = Mappers.of(project);
        mappers.files().forEach(file -> findings.looked());
        var readers =
                mappers.statements().stream().filter(MapperRules::isCached).toList();
        if (readers.isEmpty()) {
            return; // without asking for a database, which may not be given
        }
        var writers = writers(project);
        for (var reader : readers) {
            for (var table : tables(project, reader)) {
                var stale = writers.getOrDefault(table, Set.of()).stream()
                        .filter(writer -> !clears(writer, reader.cache()))
                        .map(MapperStatement::toString)
                        .sorted()
                        .toList();
                if (!stale.isEmpty()) {
                    findings.violation(
                            reader,
                            "keeps rows of " + table + " in the cache of " + simpleName(reader.cache())
                                    + ", which is not cleared by " + String.join(", ", stale));
                }
            }
        }
    }

    private static boolean isCached(MapperStatement statement) {
        return !statement.cache().isEmpty()
                && statement
                        .mapped()
                        .filter(mapped -> mapped.getSqlCommandType() == SqlCommandType.SELECT && mapped.isUseCache())
                        .isPresent();
    }

    private static boolean clears(MapperStatement writer, String cache) {
        return writer.cache().equals(cache)
                && writer.mapped().filter(MappedStatement::isFlushCacheRequired).isPresent();
    }

    /** Returns the statements that write to each table. */
    private static Map<String, Set<MapperStatement>> writers(Project project) {
        var writers = new HashMap<String, Set<MapperStatement>>();
        for (var statement : Mappers.of(project).statements()) {
            statement.variants().stream()
                    .flatMap(variant -> Tables.of(project).written(variant.sql()).stream())
                    .forEach(table -> writers.computeIfAbsent(table, any -> new LinkedHashSet<>())
                            .add(statement));
        }
        return writers;
    }

    private static Set<String> tables(Project project, MapperStatement statement) {
        var names = new TreeSet<String>();
        for (var variant : statement.variants()) {
            Tables.of(project).named(variant.sql()).stream()
                    .map(Table::qualified)
                    .forEach(names::add);
        }
        return names;
    }

    private static String simpleName(String namespace) {
        return namespace.substring(namespace.lastIndexOf('.') + 1);
    }
}
