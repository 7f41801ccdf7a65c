// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.AnnotatedMapper;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Function;

/** Rules of a mapper besides its SQL: its methods, how rows become objects, what its attributes say. */
final class MapperRules {
    static final List<Rule> RULES = List.of(noNestedSelects(), mapperMethods(), lockingRead());

    private static final String[] MAPPINGS = {"association", "collection", "arg", "idArg", "result", "id", "case"};
    private static final Pattern ADVISORY_LOCK = Pattern.compile("(?i)pg_(try_)?advisory_(xact_)?lock(_shared)?");

    private MapperRules() {}

    private static Rule noNestedSelects() {
        return Rule.of("no-nested-selects").core().warning().whole(Checkpoint.MAPPER, (project, findings) -> {
            Mappers.of(project).files().forEach(file -> nestedSelects(file, findings));
            if (project.freshConfiguration().isLazyLoadingEnabled()) {
                findings.violation(Place.of(project.name()), "MyBatis is configured with lazyLoadingEnabled");
            }
        });
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

    private static Rule mapperMethods() {
        return Rule.of("mapper-methods").core().whole(Checkpoint.MAPPER, (project, findings) -> {
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
        });
    }

    /** The statements that a result map loads by, which need no method. */
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

    private static Rule lockingRead() {
        return Rule.of("locking-read")
                .with(Reading.check(
                        reading -> reading.statement().kind().equals("select") && locksOrWrites(reading.query()),
                        (reading, breach) -> {
                            if (!reading.statement().attribute("affectData").equals("true")) {
                                breach.accept("locks or writes, and is not marked affectData");
                            }
                        }));
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
}
