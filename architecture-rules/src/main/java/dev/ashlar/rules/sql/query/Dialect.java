// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites syntax that PostgreSQL accepts and JSqlParser 5.4 does not; the meaning stays. Whether PostgreSQL reads it
 * is for PostgreSQL to say, which prepares every statement.
 */
final class Dialect {
    private record Difference(Pattern pattern, String replacement) {}

    private static final List<Difference> DIFFERENCES = List.of(
            // SELECT FROM t: no columns, as in EXISTS
            new Difference(Pattern.compile("(?i)\\bSELECT(\\s+)FROM\\b"), "SELECT NULL$1FROM"),
            // x OPERATOR(schema.op) y: a comparison, by an operator of an extension
            new Difference(Pattern.compile("(?i)\\bOPERATOR\\s*\\(\\s*\\w+\\.[^\\s\\w()]+\\s*\\)"), "~"),
            // CAST(x AS schema.type) IN (…)
            new Difference(Pattern.compile("(?i)\\bAS(\\s+)\\w+\\.(\\w+(\\[\\])?\\s*\\))"), "AS$1$2"));

    /** Words that are never names, unless quoted; about those PostgreSQL and JSqlParser agree. */
    private static final Set<String> RESERVED = Set.of(
            ("all and any array as asc between both by case cast check collate constraint create cross delete desc distinct"
                            + " do else end except exists fetch for foreign from full grant group having ilike in inner insert"
                            + " intersect into is join lateral leading left like limit natural not null offset on only or order"
                            + " outer over partition primary references returning right select set similar some table then to"
                            + " trailing true false union unique update using values when where window with")
                    .split(" "));

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private Dialect() {}

    static Statement parse(String sql) throws JSQLParserException {
        var text = sql;
        for (var difference : DIFFERENCES) {
            text = difference.pattern.matcher(text).replaceAll(difference.replacement);
        }
        while (true) {
            try {
                return CCJSqlParserUtil.parse(text);
            } catch (JSQLParserException unreadable) {
                var quoted = quoted(text, unreadable);
                if (quoted == null) {
                    throw unreadable;
                }
                text = quoted;
            }
        }
    }

    /** Returns the same with quotes around the name on which the parser stumbled, as it does on number or current; else null. */
    private static @Nullable String quoted(String text, JSQLParserException unreadable) {
        var failure = failure(unreadable);
        if (failure == null) {
            return null;
        }
        for (var token : new Token[] {failure.currentToken.next, failure.currentToken}) {
            if (token == null || !WORD.matcher(String.valueOf(token.image)).matches()) {
                continue;
            }
            var word = token.image.toLowerCase(Locale.ROOT);
            int begin = token.absoluteBegin - 1;
            int end = begin + word.length();
            if (begin < 0 || RESERVED.contains(word) || !text.regionMatches(true, begin, word, 0, word.length())) {
                continue;
            }
            var quoted = text.substring(0, begin) + '"' + word + '"' + text.substring(end);
            if (position(quoted) > position(unreadable) + 2) {
                return quoted;
            }
        }
        return null;
    }

    private static int position(String text) {
        try {
            CCJSqlParserUtil.parse(text);
            return Integer.MAX_VALUE;
        } catch (JSQLParserException unreadable) {
            return position(unreadable);
        }
    }

    private static int position(JSQLParserException unreadable) {
        var failure = failure(unreadable);
        return failure == null || failure.currentToken.next == null ? 0 : failure.currentToken.next.absoluteBegin;
    }

    private static @Nullable ParseException failure(JSQLParserException unreadable) {
        @Nullable Throwable cause = unreadable;
        while (cause != null && !(cause instanceof ParseException)) {
            cause = cause.getCause();
        }
        return cause instanceof ParseException found && found.currentToken != null ? found : null;
    }
}
