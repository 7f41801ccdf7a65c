package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.statement.Statement;

/**
 * A statement as JSqlParser reads it: its queries, the outermost first, each with what belongs to it alone. Nothing of it is
 * looked up in a database.
 *
 * {@snippet :
 * SqlTree.of("SELECT id FROM shop.orders WHERE id = ?").queries().getFirst().sources();
 * }
 */
public final class SqlTree {
    private static final Map<String, SqlTree> KNOWN = new ConcurrentHashMap<>();

    private final List<Query> queries;

    private SqlTree(Statement statement) {
        queries = Query.all(statement);
    }

    /** Parses a statement, unless it was parsed before. One that cannot be parsed is a violation of every rule about it. */
    public static SqlTree of(String sql) {
        return KNOWN.computeIfAbsent(sql, SqlTree::parse);
    }

    private static SqlTree parse(String sql) {
        try {
            return new SqlTree(Dialect.parse(sql));
        } catch (JSQLParserException unreadable) {
            var cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
            var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            throw new CannotTell(
                    "cannot be parsed: " + reason + "\n     in " + sql.strip().replaceAll("\\s+", " "), unreadable);
        }
    }

    /** The outermost query: what the statement does in the end. */
    public Query main() {
        return queries.getFirst();
    }

    /** All queries: the main one, and those in WITH, FROM and expressions at any depth. */
    public List<Query> queries() {
        return queries;
    }
}
