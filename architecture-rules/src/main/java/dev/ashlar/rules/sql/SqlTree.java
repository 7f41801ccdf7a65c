package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
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
            return new SqlTree(CCJSqlParserUtil.parse(Dialect.normal(sql)));
        } catch (JSQLParserException unreadable) {
            throw new CannotTell("cannot be parsed: " + reason(unreadable) + " in " + sql.strip(), unreadable);
        }
    }

    private static String reason(JSQLParserException unreadable) {
        var cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** The outermost query: what the statement does in the end. */
    public Query main() {
        return queries.getFirst();
    }

    /** All queries: the main one, and those in WITH, FROM and expressions at any depth. */
    public List<Query> queries() {
        return queries;
    }

    /** What PostgreSQL reads and JSqlParser 5.4 does not, put so that it reads it. The meaning stays. */
    private enum Dialect {
        /** {@code SELECT FROM t}: no columns, as in EXISTS. */
        NO_COLUMNS("(?i)\\bSELECT(\\s+)FROM\\b", "SELECT NULL$1FROM"),
        /** {@code CAST(x AS schema.type)}. */
        QUALIFIED_TYPE("(?i)\\bAS(\\s+)\\w+\\.(\\w+(\\[\\])?\\s*\\))", "AS$1$2"),
        /** {@code AS current}: a name that is a keyword elsewhere. */
        KEYWORD_AS_ALIAS("(?i)\\bAS(\\s+)(current)\\b(?!\\s*\\()", "AS$1\"$2\"");

        private final Pattern pattern;
        private final String replacement;

        Dialect(String pattern, String replacement) {
            this.pattern = Pattern.compile(pattern);
            this.replacement = replacement;
        }

        static String normal(String sql) {
            var normal = sql;
            for (var difference : values()) {
                normal = difference.pattern.matcher(normal).replaceAll(difference.replacement);
            }
            return normal;
        }
    }
}
