package dev.ashlar.kernel.persistence.testing;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with tables as full as those of a busy year, for tests of the indexes that PostgreSQL takes there. On an empty
 * table every index is as good as any other.
 */
public final class FilledTables implements AutoCloseable {
    private static final Pattern INDEX = Pattern.compile("(?:Scan(?: Backward)? using|Bitmap Index Scan on) (\\w+)");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    /** Runs the statements that fill a table, then lets PostgreSQL count what is in it. */
    public FilledTables(String... statements) {
        for (var statement : statements) {
            owner.sql(statement).update();
        }
        owner.sql("ANALYZE").update();
    }

    /** The indexes that PostgreSQL reads for what follows SELECT FROM. */
    public List<String> indexesOf(String query) {
        return owner.sql("EXPLAIN SELECT FROM " + query).query((line, number) -> line.getString(1)).list().stream()
                .flatMap(line -> INDEX.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
