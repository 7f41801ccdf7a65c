// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Violation;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.parse.ParsedMappers;
import java.util.ArrayList;
import java.util.List;

/**
 * All statements of a project's mapper files and annotated mappers, expanded.
 *
 * {@snippet :
 * Mappers.of(project).variants().forEach(variant -> System.out.println(variant.sql()));
 * }
 *
 * @param files the files
 * @param statements their statements, in the order of the files
 * @param refused files that are malformed or that MyBatis refuses, each with the reason, statements behind it are not complete; and
 *     interfaces whose statements cannot be read
 */
public record Mappers(List<MapperFile> files, List<MapperStatement> statements, List<Violation> refused) {
    private static final String[] KINDS = {"select", "insert", "update", "delete", "selectKey"};

    /** Reads them, once a project. */
    public static Mappers of(Project project) {
        return project.part(Mappers.class, () -> read(project));
    }

    /** Returns all variants of all statements. */
    public List<Variant> variants() {
        return statements.stream()
                .flatMap(statement -> statement.variants().stream())
                .toList();
    }

    private static Mappers read(Project project) {
        var parsed = ParsedMappers.of(project);
        var rendering = new Rendering(parsed.configuration(), parsed.driver());
        var statements = new ArrayList<MapperStatement>();
        for (var file : parsed.files()) {
            for (var element : file.elements(KINDS)) {
                var statement = new MapperStatement(
                        file, element, parsed.included(file, element), parsed.configuration(), rendering::variants);
                if (!rendering.isForAnotherDatabase(statement)) {
                    statements.add(statement);
                }
            }
        }
        return new Mappers(parsed.files(), List.copyOf(statements), parsed.refused());
    }
}
