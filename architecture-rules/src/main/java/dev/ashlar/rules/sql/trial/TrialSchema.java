// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.trial;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.query.Tables;
import dev.ashlar.rules.sql.trial.ReadTrial.Outcome;
import dev.ashlar.rules.sql.trial.TrialValues.Size;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Schema in which reads are tried: tables with one row each, and a role that some rows are hidden from. It is rolled back. */
final class TrialSchema {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern LITERAL = Pattern.compile("(\\w+) = (?:ANY \\()?'\\{?\"?([^',}\"]*).*");
    private static final Pattern BELOW = Pattern.compile("\\w+ <=? \\$(\\d+)|\\$(\\d+) >=? \\w+");
    private static final Pattern ABOVE = Pattern.compile("\\w+ >=? \\$(\\d+)|\\$(\\d+) <=? \\w+");

    private final Project project;
    private final Connection connection;
    private final TrialValues values;

    /** A unique name: roles are the server's, and a second laboratory would wait until this one is gone. */
    private final String reader = "rulebook_reader_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();

    TrialSchema(Project project, Connection connection) {
        this.project = project;
        this.connection = connection;
        values = new TrialValues(Catalog.of(project));
    }

    List<ReadTrial> run() throws SQLException {
        var reads = Preparation.of(project).usable().stream()
                .filter(TrialSchema::isWorthIt)
                .toList();
        var trials = new ArrayList<ReadTrial>();
        if (!reads.isEmpty()) {
            furnish();
            for (var read : reads) {
                trials.addAll(tryOut(read));
            }
        }
        return List.copyOf(trials);
    }

    private static boolean isWorthIt(Prepared prepared) {
        return prepared.statement().kind().equals("select")
                && prepared.plan().all().noneMatch(node -> node.type().equals("ModifyTable"))
                && prepared.scans().stream().anyMatch(scan -> !secrets(scan).isEmpty());
    }

    /** Returns the columns that make a row of the table one not to be seen. */
    private static List<String> secrets(Scan scan) {
        var columns = new ArrayList<String>();
        if (Tables.deletesSoftly(scan.table())) {
            columns.add("deleted_at");
        }
        columns.addAll(scan.table().scope());
        return columns;
    }

    private void furnish() throws SQLException {
        execute("CREATE ROLE " + reader);
        for (var schema : Catalog.of(project).schemas()) {
            execute("GRANT USAGE ON SCHEMA " + schema.name() + " TO " + reader);
            execute("GRANT ALL ON ALL TABLES IN SCHEMA " + schema.name() + " TO " + reader);
            execute("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA " + schema.name() + " TO " + reader);
        }
        var tables = Catalog.of(project).tables();
        for (var table : tables) {
            var changes = new ArrayList<>(List.of("DISABLE TRIGGER USER"));
            for (var constraint : table.constraints()) {
                switch (constraint.kind()) {
                    case CHECK, FOREIGN_KEY, EXCLUSION -> changes.add("DROP CONSTRAINT " + constraint.name());
                    default -> {
                        // Keys stay: a GROUP BY may rest on them, and one row breaks none.
                    }
                }
            }
            execute("ALTER TABLE " + table.qualified() + " " + String.join(", ", changes));
        }
        for (var table : tables) {
            execute("DELETE FROM " + table.qualified());
            hide(table);
        }
        // A view reads with its owner's rights unless it says otherwise.
        try (var statement = connection.createStatement();
                var view = statement.executeQuery(
                        "SELECT format('ALTER VIEW %I.%I SET (security_invoker = true)', schemaname, viewname) FROM pg_views"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
            while (view.next()) {
                execute(view.getString(1));
            }
        }
    }

    private void hide(Table table) throws SQLException {
        var conditions = new ArrayList<String>();
        if (Tables.deletesSoftly(table)) {
            conditions.add("deleted_at IS NULL");
        }
        for (var column : table.scope()) {
            conditions.add(column + " = " + quoted(value(table, column, Size.SAME)));
        }
        if (!conditions.isEmpty()) {
            execute("ALTER TABLE " + table.qualified() + " ENABLE ROW LEVEL SECURITY");
            execute("CREATE POLICY rulebook ON " + table.qualified() + " USING (" + String.join(" AND ", conditions)
                    + ")");
        }
    }

    private @Nullable String value(Table table, String column, Size size) {
        return table.column(column).map(found -> values.of(found.type(), size)).orElse(null);
    }

    private List<ReadTrial> tryOut(Prepared read) throws SQLException {
        var trials = new ArrayList<ReadTrial>();
        var before = connection.setSavepoint();
        try {
            for (var scan : read.scans()) {
                insert(scan);
            }
            boolean found = !isEmpty(answer(read));
            for (var scan : read.scans()) {
                for (var secret : secrets(scan)) {
                    trials.add(new ReadTrial(
                            read, scan, secret, found ? compare(read, scan, secret) : Outcome.NOT_REACHED));
                }
            }
        } catch (SQLException failed) {
            trials.clear();
            for (var scan : read.scans()) {
                secrets(scan).forEach(secret -> trials.add(new ReadTrial(read, scan, secret, Outcome.NOT_REACHED)));
            }
        }
        connection.rollback(before);
        return trials;
    }

    private Outcome compare(Prepared read, Scan scan, String secret) throws SQLException {
        var before = connection.setSavepoint();
        execute("UPDATE " + scan.table().qualified() + " SET " + secret + " = "
                + quoted(value(scan.table(), secret, Size.HIGH)));
        var asOwner = answer(read);
        execute("SET LOCAL ROLE " + reader);
        var asReader = answer(read);
        connection.rollback(before);
        return asOwner.equals(asReader) ? Outcome.TIGHT : Outcome.LEAK;
    }

    /** A count of nothing is an answer of one row, too. */
    private static boolean isEmpty(List<List<String>> answer) {
        return answer.stream().allMatch(row -> row.stream().allMatch(value -> value.matches("0|f|null")));
    }

    private void insert(Scan scan) throws SQLException {
        var wanted = wanted(scan);
        var row = new LinkedHashMap<String, String>();
        for (var column : scan.table().columns()) {
            if (!column.isGenerated()) {
                var value = column.name().equals("deleted_at") ? "null" : values.of(column.type(), Size.SAME);
                row.put(column.name(), quoted(wanted.getOrDefault(column.name(), value)));
            }
        }
        execute("INSERT INTO " + scan.table().qualified() + " (" + String.join(", ", row.keySet())
                + ") OVERRIDING SYSTEM VALUE VALUES (" + String.join(", ", row.values())
                + ") ON CONFLICT DO NOTHING");
    }

    /** Columns that the statement compares with constants. */
    private static Map<String, String> wanted(Scan scan) {
        var wanted = new TreeMap<String, String>();
        for (var part : scan.conditions()) {
            var literal = LITERAL.matcher(part);
            if (literal.matches()) {
                wanted.put(literal.group(1), literal.group(2));
            } else if (part.endsWith(" IS NULL")) {
                wanted.put(part.substring(0, part.length() - " IS NULL".length()), "null");
            } else if (part.startsWith("NOT ")) {
                wanted.put(part.substring("NOT ".length()), "false");
            }
        }
        return wanted;
    }

    private List<List<String>> answer(Prepared read) throws SQLException {
        var sizes = sizes(read);
        try (var statement = connection.prepareStatement(read.variant().sql())) {
            for (int i = 0; i < read.parameterTypes().size(); i++) {
                var parameter = new PGobject();
                parameter.setType(read.parameterTypes().get(i));
                parameter.setValue(values.of(read.parameterTypes().get(i), sizes.getOrDefault(i + 1, Size.SAME)));
                statement.setObject(i + 1, parameter);
            }
            try (var row = statement.executeQuery()) {
                var answer = new ArrayList<List<String>>();
                while (row.next()) {
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(row.getString(i)));
                    }
                    answer.add(cells);
                }
                return answer;
            }
        }
    }

    /** A bound must let the row through. */
    private static Map<Integer, Size> sizes(Prepared read) {
        var sizes = new TreeMap<Integer, Size>();
        for (var scan : read.scans()) {
            for (var part : scan.conditions()) {
                var below = BELOW.matcher(part);
                var above = ABOVE.matcher(part);
                if (below.matches()) {
                    sizes.put(Integer.valueOf(below.group(1) == null ? below.group(2) : below.group(1)), Size.HIGH);
                } else if (above.matches()) {
                    sizes.put(Integer.valueOf(above.group(1) == null ? above.group(2) : above.group(1)), Size.LOW);
                }
            }
        }
        return sizes;
    }

    private static String quoted(@Nullable String value) {
        return value == null || value.equals("null") ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
