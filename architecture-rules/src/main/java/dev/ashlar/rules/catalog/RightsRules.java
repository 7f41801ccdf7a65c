// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rules on who may do what in the database. */
final class RightsRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(onlyMigrations(), leastPrivilege(), definers());

    private RightsRules() {}

    private static Rule onlyMigrations() {
        return Rule.of("schema-from-migrations")
                .whole(
                        CATALOG,
                        (project, findings) -> role(project, findings, role -> {
                            var self = Place.of(role.name());
                            role.powers()
                                    .forEach(power -> findings.violation(self, "the application's role has " + power));
                            role.owned()
                                    .forEach(owned -> findings.violation(
                                            Catalog.of(project).place(owned), "the application's role owns " + owned));
                            role.creates()
                                    .forEach(where -> findings.violation(
                                            Catalog.of(project).place(where),
                                            "the application's role may create in " + where));
                        }))
                .whole(CATALOG, (project, findings) -> {
                    project.changelogs();
                    var catalog = Catalog.of(project);
                    Stream.<List<? extends Subject>>of(
                                    catalog.schemas(),
                                    catalog.tables(),
                                    catalog.columns(),
                                    catalog.constraints(),
                                    catalog.triggers(),
                                    catalog.enums(),
                                    catalog.ranges(),
                                    catalog.routines())
                            .flatMap(List::stream)
                            .forEach(made -> {
                                findings.looked();
                                if (made.place().file() == null
                                        && !made.place().element().equals("public")) {
                                    findings.violation(
                                            made,
                                            "no changelog creates "
                                                    + made.place().element());
                                }
                            });
                });
    }

    private static Rule leastPrivilege() {
        return Rule.of("least-privilege")
                .whole(CATALOG, (project, findings) -> {
                    for (var schema : Catalog.of(project).schemas()) {
                        findings.looked();
                        // PostgreSQL itself lets everybody look into public.
                        everybody(schema, schema.grants(), schema.name().equals("public") ? "USAGE" : "", findings);
                    }
                    for (var table : Catalog.of(project).tables()) {
                        findings.looked();
                        everybody(table, table.grants(), "", findings);
                    }
                    for (var routine : Catalog.of(project).routines()) {
                        if (routine.isSecurityDefiner()) {
                            findings.looked();
                            everybody(routine, routine.grants(), "", findings);
                        }
                    }
                })
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
                                                    + table.qualified());
                                }
                            }
                        }));
    }

    private static void everybody(Subject subject, List<Grant> grants, String but, Findings findings) {
        grants.stream()
                .filter(grant -> grant.isPublic() && !grant.privilege().equals(but))
                .forEach(grant -> findings.violation(
                        subject,
                        "everybody has " + grant.privilege() + " on "
                                + subject.place().element()));
    }

    private static String[] forbidden(Table table) {
        if (table.deletes(DeletePolicy.APPEND_ONLY)) {
            return new String[] {"UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"};
        }
        return table.deletes(DeletePolicy.STATUS)
                ? new String[] {"DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"}
                : new String[] {"TRUNCATE", "REFERENCES", "TRIGGER"};
    }

    private static Rule definers() {
        return Rule.of("definer-search-path")
                .core()
                .each(CATALOG, project -> Catalog.of(project).routines(), (routine, findings) -> {
                    if (routine.isSecurityDefiner()
                            && routine.configuration().stream().noneMatch(set -> set.startsWith("search_path="))) {
                        findings.violation(routine, routine.qualified() + " takes its caller's search_path");
                    }
                });
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
}
