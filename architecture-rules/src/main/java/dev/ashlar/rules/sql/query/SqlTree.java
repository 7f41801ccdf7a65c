// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.JSQLParserException;

/**
 * A statement as JSqlParser reads it: its queries, the outermost first, each with what belongs to it alone. Nothing of it is
 * looked up in a database.
 *
 * {@snippet :
 * SqlTree.of("SELECT id FROM shop.orders WHERE id = ?").queries().get(0).sources();
 * }
 */
public final class SqlTree {
    private static final Map<String, SqlTree> KNOWN = new ConcurrentHashMap<>();

    private final List<Query> queries;
    private final String failure;

    private SqlTree(List<Query> queries, String failure) {
        this.queries = queries;
        this.failure = failure;
    }

    /** Parses a statement, unless it was parsed before. */
    public static SqlTree of(String sql) {
        return KNOWN.computeIfAbsent(sql, SqlTree::parse);
    }

    private static SqlTree parse(String sql) {
        try {
            return new SqlTree(Query.all(Dialect.parse(sql)), "");
        } catch (JSQLParserException | RuntimeException unreadable) {
            var cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
            var reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            return new SqlTree(
                    List.of(),
                    "cannot be parsed: " + reason + "\n     in " + sql.strip().replaceAll("\\s+", " "));
        }
    }

    /** Returns all queries: the outermost one, and those in WITH, FROM and expressions at any depth. None if it cannot be parsed. */
    public List<Query> queries() {
        return queries;
    }

    /** Returns the reason why it cannot be parsed; empty if it can. One rule tells it, the others have no query to look at. */
    public String failure() {
        return failure;
    }
}
