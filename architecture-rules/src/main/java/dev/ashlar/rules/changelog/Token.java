// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One token of a script. Comments are not tokens; strings and dollar-quoted bodies are one each.
 *
 * @param text as written
 * @param start where in the script it begins
 * @param line the line it begins on, from 1
 */
record Token(Kind kind, String text, int start, int line) {
    enum Kind {
        WORD,
        QUOTED,
        STRING,
        BODY,
        NUMBER,
        SYMBOL
    }

    int end() {
        return start + text.length();
    }

    /** True if it is this keyword, whatever its case, or this symbol. */
    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(expected);
    }

    /** The name that it is: words fold to lower case, quoted identifiers lose their quotes. */
    String name() {
        return switch (kind) {
            case WORD -> text.toLowerCase(Locale.ROOT);
            case QUOTED -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
            default -> throw new CannotTell("\"" + text + "\" on line " + line + " is no name");
        };
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Content of a string or a dollar-quoted body. */
    String content() {
        if (kind == Kind.BODY) {
            int mark = text.indexOf('$', 1) + 1;
            return text.substring(mark, text.length() - mark);
        }
        int open = text.indexOf('\'');
        return text.substring(open + 1, text.length() - 1).replace("''", "'");
    }

    /** All tokens of a script whose first line has the number. */
    static List<Token> of(String script, int firstLine) {
        return new Tokenizer(script, firstLine).all();
    }

    private static final class Tokenizer {
        private final String script;
        private int at;
        private int line;

        Tokenizer(String script, int firstLine) {
            this.script = script;
            this.line = firstLine;
        }

        List<Token> all() {
            var tokens = new ArrayList<Token>();
            while (at < script.length()) {
                char c = script.charAt(at);
                if (Character.isWhitespace(c)) {
                    skip(at + 1);
                } else if (script.startsWith("--", at)) {
                    int end = script.indexOf('\n', at);
                    skip(end < 0 ? script.length() : end);
                } else if (script.startsWith("/*", at)) {
                    skip(endOfComment());
                } else {
                    var kind = kind(c);
                    int end = end(kind, c);
                    tokens.add(new Token(kind, script.substring(at, end), at, line));
                    skip(end);
                }
            }
            return tokens;
        }

        private void skip(int end) {
            for (; at < end; at++) {
                if (script.charAt(at) == '\n') {
                    line++;
                }
            }
        }

        private Kind kind(char c) {
            if (c == '\'' || ("eEbBxXnN".indexOf(c) >= 0 && script.startsWith("'", at + 1))) {
                return Kind.STRING;
            }
            if (c == '"') {
                return Kind.QUOTED;
            }
            if (c == '$' && dollarMark() > 0) {
                return Kind.BODY;
            }
            if (Character.isLetter(c) || c == '_') {
                return Kind.WORD;
            }
            return Character.isDigit(c) ? Kind.NUMBER : Kind.SYMBOL;
        }

        private int end(Kind kind, char first) {
            return switch (kind) {
                case STRING -> endOfString(first == 'e' || first == 'E');
                case QUOTED -> closing('"', at + 1, false);
                case BODY -> endOfBody();
                case WORD -> endWhile(at, "_$");
                case NUMBER -> endWhile(at, ".");
                case SYMBOL -> script.startsWith("::", at) ? at + 2 : at + 1;
            };
        }

        private int endWhile(int from, String others) {
            int end = from;
            while (end < script.length()
                    && (Character.isLetterOrDigit(script.charAt(end)) || others.indexOf(script.charAt(end)) >= 0)) {
                end++;
            }
            return end;
        }

        private int endOfString(boolean escapes) {
            int open = script.charAt(at) == '\'' ? at : at + 1;
            return closing('\'', open + 1, escapes);
        }

        private int closing(char quote, int from, boolean escapes) {
            for (int end = from; end < script.length(); end++) {
                char c = script.charAt(end);
                if (escapes && c == '\\') {
                    end++;
                } else if (c == quote) {
                    if (end + 1 == script.length() || script.charAt(end + 1) != quote) {
                        return end + 1;
                    }
                    end++;
                }
            }
            throw new CannotTell("the " + quote + " on line " + line + " is never closed");
        }

        /** Length of a dollar quote's mark that begins here, or 0. */
        private int dollarMark() {
            int end = at + 1;
            while (end < script.length()
                    && (Character.isLetterOrDigit(script.charAt(end)) || script.charAt(end) == '_')) {
                end++;
            }
            boolean parameter = at + 1 < script.length() && Character.isDigit(script.charAt(at + 1));
            return end < script.length() && script.charAt(end) == '$' && !parameter ? end + 1 - at : 0;
        }

        private int endOfBody() {
            int length = dollarMark();
            int close = script.indexOf(script.substring(at, at + length), at + length);
            if (close < 0) {
                throw new CannotTell("the dollar quote on line " + line + " is never closed");
            }
            return close + length;
        }

        private int endOfComment() {
            int depth = 0;
            for (int end = at; end < script.length() - 1; end++) {
                if (script.startsWith("/*", end)) {
                    depth++;
                    end++;
                } else if (script.startsWith("*/", end)) {
                    depth--;
                    end++;
                    if (depth == 0) {
                        return end + 1;
                    }
                }
            }
            throw new CannotTell("the comment on line " + line + " is never closed");
        }
    }
}
