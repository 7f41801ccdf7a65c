// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.catalog.Constraint.Kind;
import io.github.mfvanek.pg.core.checks.host.ColumnsNotFollowingNamingConventionCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ObjectsNotFollowingNamingConventionCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.PossibleObjectNameOverflowCheckOnHost;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on what tables, indexes and constraints are called. */
final class NamingRules {
    /** All of them. */
    static final List<Rule> RULES =
            List.of(pluralTables(), indexNames(), foreignKeyNames(), uniqueNames(), checkNames(), identifiers());

    private static final Set<String> PLURAL_WITHOUT_S =
            Set.of("people", "children", "men", "women", "data", "metadata", "media", "criteria", "feedback");

    private NamingRules() {}

    private static Rule pluralTables() {
        return Rule.of("plural-table-names")
                .each(CATALOG, project -> Catalog.of(project).tables(), (table, findings) -> {
                    var words =
                            List.of(table.name().replaceAll("(_[a-z]+ly)+$", "").split("_"));
                    if (!table.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")
                            || !isPlural(words.get(words.size() - 1))) {
                        findings.violation(table, "the table is called " + table.name());
                    }
                });
    }

    private static boolean isPlural(String noun) {
        return PLURAL_WITHOUT_S.contains(noun) || (noun.endsWith("s") && !noun.matches(".*(ss|us|is)"));
    }

    private static Rule indexNames() {
        return Rule.of("index-names")
                .each(
                        CATALOG,
                        project -> Catalog.of(project).indexes().stream()
                                .filter(index -> !index.isUnique() && !index.carriesConstraint())
                                .toList(),
                        (index, findings) -> named(index, index.table(), index.name(), "ix_", findings));
    }

    private static Rule foreignKeyNames() {
        return Rule.of("foreign-key-names")
                .each(
                        CATALOG,
                        project -> Catalog.of(project).foreignKeys(),
                        (key, findings) -> named(key, key.table(), key.name(), "fk_", findings));
    }

    private static Rule uniqueNames() {
        return Rule.of("unique-key-names").each(CATALOG, NamingRules::primaryAndUnique, (unique, findings) -> {
            if (unique instanceof Constraint key && key.kind() == Kind.PRIMARY_KEY) {
                if (!key.name().equals("pk_" + bare(key.table()))) {
                    findings.violation(key, "the primary key of " + key.table() + " is called " + key.name());
                }
            } else if (unique instanceof Constraint constraint) {
                named(constraint, constraint.table(), constraint.name(), "uq_", findings);
            } else if (unique instanceof Index index) {
                named(index, index.table(), index.name(), "uq_", findings);
            }
        });
    }

    private static List<Subject> primaryAndUnique(Project project) {
        return Stream.<Subject>concat(
                        Catalog.of(project).constraints().stream()
                                .filter(constraint ->
                                        constraint.kind() == Kind.PRIMARY_KEY || constraint.kind() == Kind.UNIQUE),
                        Catalog.of(project).indexes().stream()
                                .filter(index -> index.isUnique() && !index.carriesConstraint()))
                .toList();
    }

    private static Rule checkNames() {
        return Rule.of("check-names")
                .each(
                        CATALOG,
                        project -> Catalog.of(project).constraints().stream()
                                .filter(constraint ->
                                        constraint.kind() == Kind.CHECK || constraint.kind() == Kind.EXCLUSION)
                                .toList(),
                        (constraint, findings) -> named(
                                constraint,
                                constraint.table(),
                                constraint.name(),
                                constraint.kind() == Kind.CHECK ? "chk_" : "ex_",
                                findings));
    }

    private static Rule identifiers() {
        return Rule.of("identifiers")
                .with(Health.none(
                        Catalog::columns,
                        Health.finds(
                                ColumnsNotFollowingNamingConventionCheckOnHost::new,
                                column -> "the column " + column.getColumnName() + " needs quotes"),
                        Health.finds(
                                ObjectsNotFollowingNamingConventionCheckOnHost::new,
                                object -> "the " + object.getObjectType() + " " + object.getName() + " needs quotes"),
                        Health.finds(
                                PossibleObjectNameOverflowCheckOnHost::new,
                                object ->
                                        object.getName() + " is as long as a name can be, and may have been cut off")))
                .whole(CATALOG, (project, findings) -> {
                    var reserved = ReservedWords.of(project);
                    Stream.of(Catalog.of(project).tables(), Catalog.of(project).columns())
                            .flatMap(List::stream)
                            .forEach(named -> {
                                findings.looked();
                                var name = named.place().element();
                                if (reserved.words().contains(bare(name))) {
                                    findings.violation(named, bare(name) + " is a reserved word");
                                }
                            });
                });
    }

    private static void named(Subject subject, String table, String name, String prefix, Findings findings) {
        var beginning = prefix + bare(table) + "_";
        if (!name.startsWith(beginning) || name.length() == beginning.length()) {
            findings.violation(subject, name + " on " + table + " does not begin with " + beginning);
        }
    }

    private static String bare(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** Words that this PostgreSQL does not take as a column's name without quotes. */
    private record ReservedWords(Set<String> words) {
        private static final String QUERY =
                "SELECT json_build_object('words', json_agg(word)) FROM pg_get_keywords() WHERE catcode IN ('R', 'T')";

        static ReservedWords of(Project project) {
            return project.part(
                    ReservedWords.class,
                    () -> CatalogReader.read(project.database(), QUERY, ReservedWords.class, Place::of)
                            .orElseThrow());
        }
    }
}
