// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.query.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** The rule that closes the gap between what a statement says and what it reads. */
final class BypassRules {
    static final List<Rule> RULES = List.of(bypasses());

    private static final String CODE = """
            SELECT n.nspname || '.' || p.proname AS name, p.prosrc AS code
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            ORDER BY 1
            """;
    private static final String VIEWS = """
            SELECT n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS code
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            ORDER BY 1
            """;
    private static final Pattern LIVE = Pattern.compile("(?i)deleted_at\\s+IS\\s+NULL");

    private BypassRules() {}

    private static Rule bypasses() {
        return Rule.of("soft-delete-bypass").whole(Checkpoint.CATALOG, (project, findings) -> {
            try (var connection = project.database().getConnection()) {
                functions(connection, project, findings);
                views(connection, project, findings);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void functions(Connection connection, Project project, Findings findings) throws SQLException {
        try (var statement = connection.createStatement();
                var function = statement.executeQuery(CODE)) {
            while (function.next()) {
                findings.looked();
                var name = function.getString("name");
                var code = function.getString("code");
                for (var table : softDeleting(project)) {
                    var bare = table.name();
                    var reading = Pattern.compile("(?i)\\b(?:FROM|JOIN)\\s+(?:\\w+\\.)?" + bare + "\\b");
                    if (reading.matcher(code).find() && !LIVE.matcher(code).find()) {
                        findings.violation(
                                Catalog.of(project).place(name), name + " reads deleted rows of " + table.qualified());
                    }
                }
            }
        }
    }

    private static List<Table> softDeleting(Project project) {
        return Catalog.of(project).tables().stream()
                .filter(Tables::deletesSoftly)
                .toList();
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
