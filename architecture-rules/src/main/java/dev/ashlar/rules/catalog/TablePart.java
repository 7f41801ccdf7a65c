// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A column, constraint or index, with its table. */
record TablePart<P extends Subject>(Place place, Table table, P part) implements Subject {

    /** Returns those of all tables that a check is about. */
    static <P extends Subject> Function<Project, List<TablePart<P>>> all(
            Function<Table, List<P>> parts, BiPredicate<Table, P> about) {
        return project -> Catalog.of(project).tables().stream()
                .flatMap(table -> parts.apply(table).stream()
                        .filter(part -> about.test(table, part))
                        .map(part -> new TablePart<>(part.place(), table, part)))
                .toList();
    }
}
