// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules on who may do what in the database. */
final class RightsRules {
    static final List<Rule> RULES = List.of(
            Rule.of("schema-from-migrations")
                    .whole(
                            CATALOG,
                            (project, findings) -> role(project, findings, role -> {
                                var catalog = Catalog.of(project);
                                var self = Place.of(role.name());
                                role.powers()
                                        .forEach(power ->
                                                findings.violation(self, "the application's role has " + power));
                                role.owned()
                                        .forEach(owned -> findings.violation(
                                                catalog.place(owned), "the application's role owns " + owned));
                                role.creates()
                                        .forEach(where -> findings.violation(
                                                catalog.place(where), "the application's role may create in " + where));
                            }))
                    .refuse(
                            CATALOG,
                            RightsRules::made,
                            part -> part.place().file() != null
                                            || part.place().element().equals("public")
                                    ? null
                                    : "no changelog creates " + part.place().element()),
            Rule.of("least-privilege")
                    .each(
                            CATALOG,
                            RightsRules::granted,
                            (thing, findings) -> thing.grants().stream()
                                    .filter(grant -> grant.isPublic()
                                            && !grant.privilege().equals(thing.but()))
                                    .forEach(grant -> findings.violation(
                                            thing,
                                            "everybody has " + grant.privilege() + " on "
                                                    + thing.place().element())))
                    .whole(
                            CATALOG,
                            (project, findings) -> role(project, findings, role -> {
                                for (var table : Catalog.of(project).tables()) {
                                    findings.looked();
                                    var tooMuch = role.has(table, forbidden(table));
                                    if (!tooMuch.isEmpty()) {
                                        findings.violation(
                                                table,
                                                role.name() + " may " + String.join(", ", tooMuch) + " "
                                                        + table.qualified() + policy(table));
                                    }
                                }
                            })),
            Rule.of("definer-search-path")
                    .refuse(
                            CATALOG,
                            all(Catalog::routines),
                            routine -> routine.isSecurityDefiner()
                                            && routine.configuration().stream()
                                                    .noneMatch(set -> set.startsWith("search_path="))
                                    ? routine.qualified() + " takes its caller's search_path"
                                    : null),
            Rule.also("ban-truncate-cascade").whole(CATALOG, RightsRules::noTruncate));

    private RightsRules() {}

    /** Returns all but indexes, of which another rule asks the same. */
    private static List<Subject> made(Project project) {
        project.changelogs();
        return Catalog.of(project)
                .parts()
                .filter(part -> !(part instanceof Index))
                .toList();
    }

    /** Something with its grants, but for one that PostgreSQL itself makes. */
    private record Granted(Place place, List<Grant> grants, String but) implements Subject {}

    private static List<Granted> granted(Project project) {
        var catalog = Catalog.of(project);
        return Stream.of(
                        catalog.schemas().stream()
                                .map(schema -> new Granted(
                                        schema.place(),
                                        schema.grants(),
                                        schema.name().equals("public") ? "USAGE" : "")),
                        catalog.tables().stream().map(table -> new Granted(table.place(), table.grants(), "")),
                        catalog.routines().stream()
                                .filter(Routine::isSecurityDefiner)
                                .map(routine -> new Granted(routine.place(), routine.grants(), "")))
                .flatMap(Function.identity())
                .toList();
    }

    private static String[] forbidden(Table table) {
        if (table.deletes(DeletePolicy.APPEND_ONLY)) {
            return new String[] {"UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"};
        }
        return table.deletes(DeletePolicy.STATUS)
                ? new String[] {"DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"}
                : new String[] {"TRUNCATE", "REFERENCES", "TRIGGER"};
    }

    private static String policy(Table table) {
        return table.deletePolicy()
                .map(policy -> ", whose delete policy is " + policy)
                .orElse("");
    }

    private static void role(Project project, Findings findings, Consumer<ApplicationRole> examination) {
        project.database();
        findings.looked();
        try {
            examination.accept(ApplicationRole.of(project));
        } catch (CannotTell noSuchRole) {
            findings.violation(Place.of(project.applicationRole()), noSuchRole.getMessage());
        }
    }

    private static void noTruncate(Project project, Findings findings) {
        var tables = Catalog.of(project).tables();
        var role = ApplicationRole.of(project);
        for (var table : tables) {
            findings.looked();
            if (!role.has(table, "TRUNCATE").isEmpty()) {
                findings.violation(table, role.name() + " may TRUNCATE " + table.qualified());
            }
        }
    }
}
