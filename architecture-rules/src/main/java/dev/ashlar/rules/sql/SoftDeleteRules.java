// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import dev.ashlar.rules.sql.query.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.update.Update;
import org.w3c.dom.Element;

/** Rows that are deleted by a mark, and reads that must not see them. */
final class SoftDeleteRules {
    private static final String DELETED_AT = "deleted_at";
    private static final Pattern FILTER = Pattern.compile("(?i)\\bdeleted_at\\s+IS\\s+NULL\\b");
    /** An ON CONFLICT that names a partial index has to repeat the index's condition. */
    private static final Pattern INDEX_PREDICATE =
            Pattern.compile("(?i)ON\\s+CONFLICT\\s*\\([^)]*\\)\\s*WHERE\\s+deleted_at\\s+IS\\s+NULL");

    private static final Pattern DELETION = Pattern.compile("(delete|remove).*");

    private static final String VIEWS = """
            SELECT n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS code
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            ORDER BY 1
            """;

    static final List<Rule> RULES = List.of(
            Rule.of("hard-delete")
                    .with(Reading.refuse(
                            reading -> reading.query().node() instanceof Delete || isDeletion(reading),
                            reading -> reading.query()
                                    .target()
                                    .flatMap(reading::table)
                                    .filter(Tables::deletesSoftly)
                                    .filter(table ->
                                            reading.query().node() instanceof Delete || !marks(reading.query()))
                                    .map(table -> reading.query().node() instanceof Delete
                                            ? "removes rows of " + table.qualified() + ", which deletes softly"
                                            : "deletes from " + table.qualified() + " without setting deleted_at")
                                    .orElse(null))),
            Rule.of("marked-deleted-reads")
                    .with(Reading.check(
                            reading -> softDeleting(reading).findAny().isPresent(), SoftDeleteRules::unmarked)),
            Rule.of("soft-delete-fragment").whole(Checkpoint.MAPPER, SoftDeleteRules::copies),
            Rule.of("soft-delete-bypass").whole(Checkpoint.CATALOG, SoftDeleteRules::bypasses));

    private SoftDeleteRules() {}

    private static boolean isDeletion(Reading reading) {
        return reading.query().node() instanceof Update
                && (reading.statement().kind().equals("delete")
                        || DELETION.matcher(reading.statement().id()).matches());
    }

    private static boolean marks(Query query) {
        return query.sets().stream()
                .flatMap(set -> set.getColumns().stream())
                .anyMatch(column -> column.getUnquotedColumnName().equalsIgnoreCase(DELETED_AT));
    }

    private static void unmarked(Reading reading, Consumer<String> breach) {
        boolean marked = StatementMark.READS_DELETED.isOn(reading.statement());
        if (!marked) {
            unfiltered(reading)
                    .forEach(source ->
                            breach.accept("reads deleted rows of " + source.qualifiedName() + " and does not say why"));
        } else if (reading.siblings().noneMatch(any -> unfiltered(any).findAny().isPresent())) {
            breach.accept("says that it reads deleted rows, but leaves them out");
        }
    }

    private static Stream<Source> softDeleting(Reading reading) {
        return reading.query().sources().stream()
                .filter(source -> source.joinType() != Source.JoinType.TARGET)
                .filter(source ->
                        reading.table(source).filter(Tables::deletesSoftly).isPresent());
    }

    private static Stream<Source> unfiltered(Reading reading) {
        return softDeleting(reading)
                .filter(source -> reading.query()
                        .allConditions()
                        .noneMatch(condition -> condition instanceof IsNullExpression isNull
                                && !isNull.isNot()
                                && isNull.getLeftExpression() instanceof Column column
                                && column.getUnquotedColumnName().equalsIgnoreCase(DELETED_AT)
                                && reading.source(column).filter(source::equals).isPresent()));
    }

    private static void copies(Project project, Findings findings) {
        var fragments = new LinkedHashMap<Place, String>();
        for (var file : Mappers.of(project).files()) {
            for (var fragment : file.elements("sql")) {
                if (writesFilter(fragment)) {
                    var name = file.simpleName() + "." + fragment.getAttribute("id");
                    fragments.put(file.place(fragment, name), name);
                    findings.looked();
                }
            }
        }
        if (fragments.size() > 1) {
            fragments
                    .keySet()
                    .forEach(place -> findings.violation(
                            place,
                            "is one of several fragments that filter deleted rows: "
                                    + String.join(", ", fragments.values())));
        }
        for (var statement : Mappers.of(project).statements()) {
            if (writesFilter(statement.element())) {
                findings.looked();
                findings.violation(statement, "filters deleted rows by itself");
            }
        }
    }

    private static boolean writesFilter(Element element) {
        return FILTER.matcher(INDEX_PREDICATE.matcher(element.getTextContent()).replaceAll(""))
                .find();
    }

    private static void bypasses(Project project, Findings findings) {
        functions(project, findings);
        try (var connection = project.database().getConnection()) {
            views(connection, project, findings);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void functions(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        for (var routine : catalog.routines()) {
            findings.looked();
            for (var table : catalog.tables()) {
                var reading = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+(?:\\w+\\.)?" + table.name() + "\\b");
                if (Tables.deletesSoftly(table)
                        && reading.matcher(routine.source()).find()
                        && !FILTER.matcher(routine.source()).find()) {
                    findings.violation(routine, routine.qualified() + " reads deleted rows of " + table.qualified());
                }
            }
        }
    }

    private static void views(Connection connection, Project project, Findings findings) throws SQLException {
        try (var statement = connection.createStatement();
                var explanation = connection.createStatement();
                var view = statement.executeQuery(VIEWS)) {
            while (view.next()) {
                findings.looked();
                var name = view.getString("name");
                try (var plan = explanation.executeQuery("EXPLAIN (VERBOSE, FORMAT JSON) " + view.getString("code"))) {
                    plan.next();
                    Scan.of(PlanNode.parse(plan.getString(1)), Tables.of(project)).stream()
                            .filter(scan -> Tables.deletesSoftly(scan.table()) && !scan.leavesOutDeleted())
                            .forEach(scan -> findings.violation(
                                    Catalog.of(project).place(name), name + " reads deleted rows of " + scan));
                }
            }
        }
    }
}
