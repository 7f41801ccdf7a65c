// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

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
import org.jspecify.annotations.Nullable;

/** Rules on what tables, indexes and constraints are called. */
final class NamingRules {
    private static final Set<String> PLURAL_WITHOUT_S =
            Set.of("people", "children", "men", "women", "data", "metadata", "media", "criteria", "feedback");

    static final List<Rule> RULES = List.of(
            Rule.of("plural-table-names")
                    .refuse(
                            CATALOG,
                            all(Catalog::tables),
                            table -> isPlural(table.name()) ? null : "the table is called " + table.name()),
            Rule.of("index-names")
                    .refuse(
                            CATALOG,
                            all(Catalog::indexes, index -> !index.isUnique() && !index.carriesConstraint()),
                            index -> misnamed(index.table(), index.name(), "ix_")),
            Rule.of("foreign-key-names").refuse(CATALOG, all(Catalog::foreignKeys), NamingRules::misnamed),
            Rule.of("unique-key-names").refuse(CATALOG, NamingRules::primaryAndUnique, NamingRules::misnamedKey),
            Rule.of("check-names")
                    .refuse(
                            CATALOG,
                            all(
                                    Catalog::constraints,
                                    constraint ->
                                            constraint.kind() == Kind.CHECK || constraint.kind() == Kind.EXCLUSION),
                            NamingRules::misnamed),
            Rule.of("identifiers")
                    .with(Health.none(
                            Catalog::columns,
                            Health.finds(
                                    ColumnsNotFollowingNamingConventionCheckOnHost::new,
                                    column -> "the column " + column.getColumnName() + " needs quotes"),
                            Health.finds(
                                    ObjectsNotFollowingNamingConventionCheckOnHost::new,
                                    object ->
                                            "the " + object.getObjectType() + " " + object.getName() + " needs quotes"),
                            Health.finds(
                                    PossibleObjectNameOverflowCheckOnHost::new,
                                    object -> object.getName()
                                            + " is as long as a name can be, and may have been cut off")))
                    .whole(CATALOG, NamingRules::identifiers));

    private NamingRules() {}

    private static boolean isPlural(String table) {
        var noun = table.replaceAll("(_[a-z]+ly)+$", "").replaceAll(".*_", "");
        return table.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")
                && (PLURAL_WITHOUT_S.contains(noun) || (noun.endsWith("s") && !noun.matches(".*(ss|us|is)")));
    }

    private static @Nullable String misnamedKey(Subject unique) {
        if (unique instanceof Constraint key && key.kind() == Kind.PRIMARY_KEY) {
            return key.name().equals("pk_" + bare(key.table()))
                    ? null
                    : "the primary key of " + key.table() + " is called " + key.name();
        }
        return unique instanceof Index index
                ? misnamed(index.table(), index.name(), "uq_")
                : misnamed((Constraint) unique);
    }

    private static @Nullable String misnamed(Constraint constraint) {
        return misnamed(constraint.table(), constraint.name(), constraint.kind().prefix());
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

    private static void identifiers(Project project, Findings findings) {
        var reserved = ReservedWords.of(project).words();
        Stream.of(Catalog.of(project).tables(), Catalog.of(project).columns())
                .flatMap(List::stream)
                .forEach(named -> {
                    findings.looked();
                    var name = bare(named.place().element());
                    if (reserved.contains(name)) {
                        findings.violation(named, name + " is a reserved word");
                    }
                });
    }

    private static @Nullable String misnamed(String table, String name, String prefix) {
        var beginning = prefix + bare(table) + "_";
        return name.startsWith(beginning) && name.length() > beginning.length()
                ? null
                : name + " on " + table + " does not begin with " + beginning;
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
