// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.postgresql.core.Parser;

/**
 * One token of a script. Comments are not tokens; strings and dollar-quoted bodies are one each.
 *
 * @param text as written
 * @param start where in the script it begins
 * @param line the line it begins on, from 1
 */
record Token(TokenKind kind, String text, int start, int line) {
    int end() {
        return start + text.length();
    }

    /** True if it is this keyword, whatever its case, or this symbol. */
    boolean is(String expected) {
        return (kind == TokenKind.WORD || kind == TokenKind.SYMBOL) && text.equalsIgnoreCase(expected);
    }

    /** Returns the name that it is: words fold to lower case, quoted identifiers lose their quotes. */
    String name() {
        return switch (kind) {
            case WORD -> text.toLowerCase(Locale.ROOT);
            case QUOTED -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
            default -> throw new CannotTell("\"" + text + "\" on line " + line + " is no name");
        };
    }

    boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
    }

    /** Returns the content of a string or a dollar-quoted body. */
    String content() {
        if (kind == TokenKind.BODY) {
            int mark = text.indexOf('$', 1) + 1;
            return text.substring(mark, text.length() - mark);
        }
        int open = text.indexOf('\'');
        return text.substring(open + 1, text.length() - 1).replace("''", "'");
    }

    /** Returns all tokens of a script whose first line has the number. */
    static List<Token> of(String script, int firstLine) {
        return new Tokenizer(script, firstLine).all();
    }

    /** Finds tokens as the JDBC driver finds strings, quotes and comments. */
    private static final class Tokenizer {
        private final String script;
        private final char[] text;
        private int at;
        private int line;

        Tokenizer(String script, int firstLine) {
            this.script = script;
            this.text = script.toCharArray();
            this.line = firstLine;
        }

        List<Token> all() {
            var tokens = new ArrayList<Token>();
            while (at < text.length) {
                if (Character.isWhitespace(text[at])) {
                    skip(at);
                } else if (script.startsWith("--", at)) {
                    skip(Parser.parseLineComment(text, at));
                } else if (script.startsWith("/*", at)) {
                    skip(closed(Parser.parseBlockComment(text, at)));
                } else {
                    var kind = kind(text[at]);
                    int last = last(kind);
                    tokens.add(new Token(kind, script.substring(at, last + 1), at, line));
                    skip(last);
                }
            }
            return tokens;
        }

        private void skip(int last) {
            for (; at <= last; at++) {
                if (text[at] == '\n') {
                    line++;
                }
            }
        }

        private TokenKind kind(char c) {
            if (c == '\'' || ("eEbBxXnN".indexOf(c) >= 0 && script.startsWith("'", at + 1))) {
                return TokenKind.STRING;
            }
            if (c == '"') {
                return TokenKind.QUOTED;
            }
            if (c == '$' && Parser.parseDollarQuotes(text, at) > at) {
                return TokenKind.BODY;
            }
            if (Parser.isIdentifierStartChar(c)) {
                return TokenKind.WORD;
            }
            return Character.isDigit(c) ? TokenKind.NUMBER : TokenKind.SYMBOL;
        }

        private int last(TokenKind kind) {
            return switch (kind) {
                case STRING -> {
                    boolean escapes = Character.toLowerCase(text[at]) == 'e';
                    int open = text[at] == '\'' ? at : at + 1;
                    yield lastOfQuoted(open, from -> Parser.parseSingleQuotes(text, from, !escapes));
                }
                case QUOTED -> lastOfQuoted(at, from -> Parser.parseDoubleQuotes(text, from));
                case BODY -> closed(Parser.parseDollarQuotes(text, at));
                case WORD -> lastWhile(Parser::isIdentifierContChar);
                case NUMBER -> lastWhile(c -> Character.isLetterOrDigit(c) || c == '.');
                case SYMBOL -> script.startsWith("::", at) ? at + 1 : at;
            };
        }

        /** A doubled quote ends nothing. */
        private int lastOfQuoted(int open, IntUnaryOperator end) {
            int last = closed(end.applyAsInt(open));
            while (last + 1 < text.length && text[last + 1] == text[last]) {
                last = closed(end.applyAsInt(last + 1));
            }
            return last;
        }

        private int lastWhile(Predicate<Character> belongs) {
            int last = at;
            while (last + 1 < text.length && belongs.test(text[last + 1])) {
                last++;
            }
            return last;
        }

        private int closed(int last) {
            if (last < text.length) {
                return last;
            }
            throw new CannotTell("the " + text[at] + " on line " + line + " is never closed");
        }
    }
}
