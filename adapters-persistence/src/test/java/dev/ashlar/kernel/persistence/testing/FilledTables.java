// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.ibatis.scripting.defaults.DefaultParameterHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Database with the tables of a busy year, for tests of the indexes that PostgreSQL chooses. On an empty table all indexes are
 * equally good.
 */
public final class FilledTables implements AutoCloseable {
    private static final Pattern INDEX = Pattern.compile("(?:Scan(?: Backward)? using|Bitmap Index Scan on) (\\w+)");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient owner = database.psql();

    /** Runs the statements that fill a table, and then ANALYZE. */
    public FilledTables(String... statements) {
        for (var statement : statements) {
            owner.sql(statement).update();
        }
        owner.sql("ANALYZE").update();
    }

    /** Lists the indexes that PostgreSQL reads for a query without its SELECT FROM. */
    public List<String> indexesOf(String query) {
        return owner.sql("EXPLAIN SELECT FROM " + query).query((line, number) -> line.getString(1)).list().stream()
                .flatMap(line -> INDEX.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** Explains the statement of a mapper with parameters. */
    public List<String> planOf(Class<?> mapper, String statement, Map<String, Object> parameters) {
        var configuration = FreshMyBatis.configuration();
        configuration.addMapper(mapper);
        var mapped = configuration.getMappedStatement(mapper.getName() + "." + statement);
        var sql = mapped.getBoundSql(parameters);
        try (var connection = database.owner().getConnection();
                var explain = connection.prepareStatement("EXPLAIN " + sql.getSql())) {
            new DefaultParameterHandler(mapped, parameters, sql).setParameters(explain);
            try (var lines = explain.executeQuery()) {
                var plan = new ArrayList<String>();
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
                return plan;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
