package dev.ashlar.rules.sql;

import dev.ashlar.rules.Project;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What rules about statements need to know of the tables: columns, keys, indexes, and the delete policy in the comment. */
public final class Tables {
    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, COALESCE(obj_description(c.oid, 'pg_class'), '') AS comment,
              a.attname, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
              COALESCE(col_description(c.oid, a.attnum), '') AS remark
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
            ORDER BY n.nspname, c.relname, a.attnum
            """;

    private static final String INDEXES = """
            SELECT n.nspname, c.relname, i.relname AS index, x.indisunique, am.amname,
              COALESCE(pg_get_expr(x.indpred, x.indrelid, true), '') AS predicate,
              ARRAY(
                SELECT pg_get_indexdef(x.indexrelid, k, true) FROM generate_series(1, x.indnkeyatts) AS k ORDER BY k
              ) AS keys,
              ARRAY(
                SELECT o.opcname FROM unnest(x.indclass) WITH ORDINALITY AS u (oid, k)
                JOIN pg_opclass o ON o.oid = u.oid ORDER BY u.k
              ) AS classes
            FROM pg_index x
            JOIN pg_class c ON c.oid = x.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_am am ON am.oid = i.relam
            WHERE x.indisvalid
            ORDER BY n.nspname, c.relname, i.relname
            """;

    private static final String FOREIGN_KEYS = """
            SELECT n.nspname, c.relname, con.conname,
              rn.nspname || '.' || rc.relname AS referenced,
              ARRAY(
                SELECT a.attname FROM unnest(con.conkey) WITH ORDINALITY AS u (num, k)
                JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = u.num ORDER BY u.k
              ) AS columns,
              ARRAY(
                SELECT a.attname FROM unnest(con.confkey) WITH ORDINALITY AS u (num, k)
                JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = u.num ORDER BY u.k
              ) AS keys
            FROM pg_constraint con
            JOIN pg_class c ON c.oid = con.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class rc ON rc.oid = con.confrelid
            JOIN pg_namespace rn ON rn.oid = rc.relnamespace
            WHERE con.contype = 'f'
            ORDER BY n.nspname, c.relname, con.conname
            """;

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Tables(DataSource database) {
        try (var connection = database.getConnection()) {
            read(
                    connection,
                    COLUMNS,
                    row -> table(row, row.getString("comment"))
                            .columns()
                            .add(new Column(
                                    row.getString("attname"),
                                    row.getString("type"),
                                    row.getBoolean("nullable"),
                                    row.getString("remark"))));
            read(
                    connection,
                    INDEXES,
                    row -> table(row, "")
                            .indexes()
                            .add(new Index(
                                    row.getString("index"),
                                    row.getBoolean("indisunique"),
                                    row.getString("amname"),
                                    strings(row, "keys"),
                                    strings(row, "classes"),
                                    row.getString("predicate"))));
            read(
                    connection,
                    FOREIGN_KEYS,
                    row -> table(row, "")
                            .foreignKeys()
                            .add(new ForeignKey(
                                    row.getString("conname"),
                                    strings(row, "columns"),
                                    row.getString("referenced"),
                                    strings(row, "keys"))));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The tables of a project's database, read once. */
    public static Tables of(Project project) {
        return project.part(Tables.class, () -> new Tables(project.database()));
    }

    /** A table or view by schema and name. */
    public Optional<Table> find(String qualifiedName) {
        return Optional.ofNullable(tables.get(qualifiedName.toLowerCase(Locale.ROOT)));
    }

    /** The tables whose rows are marked as deleted and stay. */
    public List<Table> softDeleting() {
        return tables.values().stream().filter(Table::isSoftDeleting).toList();
    }

    private Table table(ResultSet row, String comment) throws SQLException {
        var name = row.getString("nspname") + "." + row.getString("relname");
        return tables.computeIfAbsent(
                name, given -> new Table(given, comment, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private static void read(Connection connection, String sql, Reader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * A table or view.
     *
     * @param name schema and name
     * @param comment its comment, or nothing
     */
    public record Table(
            String name, String comment, List<Column> columns, List<Index> indexes, List<ForeignKey> foreignKeys) {
        private static final Pattern POLICY = Pattern.compile("Delete policy: ([\\w-]+)");

        /** A column by its name. */
        public Optional<Column> column(String wanted) {
            return columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(wanted))
                    .findFirst();
        }

        /** Whether there is such a column. */
        public boolean has(String wanted) {
            return column(wanted).isPresent();
        }

        /** Whether its rows are marked as deleted and stay: its comment says so, or it has a {@code deleted_at}. */
        public boolean isSoftDeleting() {
            var policy = POLICY.matcher(comment);
            return policy.find() ? policy.group(1).equals("soft") : has("deleted_at");
        }
    }

    /** A column, with its comment or nothing. */
    public record Column(String name, String type, boolean nullable, String comment) {}

    /**
     * A valid index.
     *
     * @param name its name; of a primary key or a unique constraint, that of the constraint too
     * @param method such as btree or gin
     * @param keys its columns or expressions, in order, without those that are only included
     * @param classes the operator class of each
     * @param predicate for which rows it is, or nothing
     */
    public record Index(
            String name, boolean unique, String method, List<String> keys, List<String> classes, String predicate) {}

    /** A foreign key: columns of the table, and the columns they refer to. */
    public record ForeignKey(String name, List<String> columns, String referenced, List<String> keys) {}
}
