// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a run of tokens from left to right. */
final class Cursor {
    private final String script;
    private final List<Token> tokens;
    private int at;

    Cursor(String script, List<Token> tokens) {
        this.script = script;
        this.tokens = List.copyOf(tokens);
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** True if these keywords come next. */
    boolean sees(String... words) {
        return isAt(at, words);
    }

    private boolean isAt(int place, String... words) {
        return place + words.length <= tokens.size()
                && IntStream.range(0, words.length)
                        .allMatch(i -> tokens.get(place + i).is(words[i]));
    }

    boolean seesOneOf(String... words) {
        return Stream.of(words).anyMatch(this::sees);
    }

    /** Reads these keywords if they come next. */
    boolean takes(String... words) {
        boolean there = sees(words);
        if (there) {
            at += words.length;
        }
        return there;
    }

    void needs(String... words) {
        if (!takes(words)) {
            throw new CannotTell("expected " + String.join(" ", words) + where());
        }
    }

    Token next() {
        if (atEnd()) {
            throw new CannotTell("the statement ends too early: " + text(tokens));
        }
        return tokens.get(at++);
    }

    /** Returns the next keyword, in upper case. */
    String word() {
        return next().text().toUpperCase(Locale.ROOT);
    }

    String identifier() {
        return next().name();
    }

    /** Returns a name with or without its schema. */
    Name name() {
        var first = identifier();
        return takes(".") ? new Name(first, identifier()) : new Name("", first);
    }

    /** Names separated by commas. */
    List<Name> names() {
        var names = new ArrayList<Name>();
        do {
            names.add(name());
        } while (takes(","));
        return names;
    }

    /** Returns the text between the next parenthesis and its end. */
    Cursor group() {
        needs("(");
        int from = at;
        for (int depth = 1; depth > 0; ) {
            var token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return new Cursor(script, tokens.subList(from, at - 1));
    }

    /** Returns the names in parentheses, as of columns; with whatever follows each, such as an operator class. */
    List<String> columns() {
        return group().split().stream().map(Cursor::identifier).toList();
    }

    /** Returns the rest, cut at the commas outside of parentheses. */
    List<Cursor> split() {
        var parts = new ArrayList<Cursor>();
        int from = at;
        int depth = 0;
        for (; at < tokens.size(); at++) {
            var token = tokens.get(at);
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(new Cursor(script, tokens.subList(from, at)));
                from = at + 1;
            }
        }
        if (from < at) {
            parts.add(new Cursor(script, tokens.subList(from, at)));
        }
        return parts;
    }

    /** Reads on to one of these keywords outside parentheses, or to the end; answers what it passed, as written. */
    String until(String... words) {
        int from = at;
        while (!atEnd() && !seesOneOf(words)) {
            if (sees("(")) {
                group();
            } else {
                at++;
            }
        }
        return text(tokens.subList(from, at));
    }

    /** Returns the remaining text, as written. */
    String rest() {
        var rest = text(tokens.subList(at, tokens.size()));
        at = tokens.size();
        return rest;
    }

    /** True if a keyword is anywhere in what is left. */
    boolean contains(String... words) {
        return copy().passes(words);
    }

    /** Goes just behind the next occurrence of these keywords; false where there is none. */
    boolean passes(String... words) {
        for (int i = at; i < tokens.size(); i++) {
            if (isAt(i, words)) {
                at = i + words.length;
                return true;
            }
        }
        return false;
    }

    Cursor copy() {
        return new Cursor(script, tokens.subList(at, tokens.size()));
    }

    String where() {
        return atEnd()
                ? " at the end of the statement"
                : " at \"" + tokens.get(at).text() + "\"";
    }

    private String text(List<Token> some) {
        return some.isEmpty()
                ? ""
                : script.substring(
                        some.get(0).start(), some.get(some.size() - 1).end());
    }
}
