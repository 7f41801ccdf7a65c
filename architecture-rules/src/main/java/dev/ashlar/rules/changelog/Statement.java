// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a changeset.
 *
 * {@snippet :
 * boolean drops = statement.actions().stream().anyMatch(Action.Drop.class::isInstance);
 * }
 *
 * @param place its lines in the changelog
 * @param text as written, without the semicolon
 * @param actions what it does; nothing if it cannot be read
 * @param failure why it cannot be read; null if it can. One rule tells it
 */
public record Statement(
        Place place,
        String text,
        List<Action> actions,
        @Nullable String failure) implements Subject {
    public Statement {
        actions = List.copyOf(actions);
    }

    /** Returns the beginning of the statement, for a message. */
    public String firstLine() {
        return text.lines().findFirst().orElse("").strip();
    }

    /** Its keywords, names and strings, those inside of bodies too, for a search. */
    List<Token> tokens() {
        var all = new ArrayList<Token>();
        for (var token : Token.of(text, place.line())) {
            all.add(token);
            if (token.kind() == TokenKind.BODY) {
                all.addAll(Token.of(token.content(), token.line()));
            }
        }
        return all;
    }

    /** Returns the statements of a script whose first line has the number in the file. */
    static List<Statement> of(String script, Path file, int firstLine, String element) {
        var statements = new ArrayList<Statement>();
        var piece = new ArrayList<Token>();
        for (var token : Token.of(script, firstLine)) {
            if (token.is(";")) {
                add(statements, piece, script, file, element);
            } else {
                piece.add(token);
            }
        }
        add(statements, piece, script, file, element);
        return statements;
    }

    /** Returns the statements of a script whose lines are nowhere. */
    static List<Statement> of(String script, Place place) {
        return of(script, Path.of(""), 1, place.element()).stream()
                .map(statement -> new Statement(place, statement.text(), statement.actions(), statement.failure()))
                .toList();
    }

    private static void add(List<Statement> statements, List<Token> piece, String script, Path file, String element) {
        if (piece.isEmpty()) {
            return;
        }
        var tokens = List.copyOf(piece);
        piece.clear();
        var first = tokens.get(0);
        var text = script.substring(first.start(), tokens.get(tokens.size() - 1).end());
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        var place = Place.in(file, first.line(), first.line() + lines, element);
        statements.add(read(place, text, () -> StatementReader.read(script, tokens)));
    }

    private static Statement read(Place place, String text, Supplier<List<Action>> reader) {
        try {
            return new Statement(place, text, reader.get(), null);
        } catch (CannotTell unclear) {
            return new Statement(place, text, List.of(), unclear.getMessage());
        }
    }
}
