package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations go up, all the way down, and up again to the same schema. */
class MigrationsTest {
    @Test
    void goUpDownAndUpToTheSameSchema() throws Exception {
        try (var database = TestDatabase.empty();
                var connection = database.owner().getConnection();
                var looking = database.owner().getConnection()) {
            try (var liquibase = TestDatabase.liquibase(connection)) {
                var before = schema(looking);
                liquibase.update();
                var up = schema(looking);
                assertThat(up).anyMatch(line -> line.contains("wallet.token_usages.delta"));

                liquibase.rollback(10_000, "");
                assertThat(schema(looking)).isEqualTo(before);

                liquibase.update();
                assertThat(schema(looking)).isEqualTo(up);
            }
        }
    }

    /** Columns, constraints, indexes, triggers, types, functions and grants, as text. */
    private static List<String> schema(Connection connection) throws SQLException {
        var sql = """
                SELECT 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || ' ' || a.attnotnull || ' ' || COALESCE(pg_get_expr(d.adbin, d.adrelid), '')
                    || ' ' || COALESCE(col_description(c.oid, a.attnum), '') AS line
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v')
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'public')
                  AND a.attnum > 0
                UNION ALL
                SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint
                WHERE connamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'public')
                UNION ALL
                SELECT 'index ' || indexdef FROM pg_indexes
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')
                UNION ALL
                SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL
                SELECT 'enum ' || enumtypid::regtype || ' ' || enumlabel || ' ' || enumsortorder FROM pg_enum
                UNION ALL
                SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
                WHERE pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
                UNION ALL
                SELECT 'schema ' || nspname || ' ' || COALESCE(nspacl::text, '') FROM pg_namespace
                WHERE nspname !~ '^pg_'
                UNION ALL
                SELECT 'grant ' || table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type
                FROM information_schema.role_table_grants
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'public')
                ORDER BY line""";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
