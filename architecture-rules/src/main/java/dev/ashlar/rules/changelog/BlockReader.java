// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a DO block: the SQL statements in its body, whatever branches and loops they are in. SQL that is put together while
 * it runs cannot be read, and is refused.
 */
final class BlockReader {
    private static final Set<String> OPENERS = Set.of("BEGIN", "THEN", "ELSE", "LOOP");
    private static final Set<String> CONTROL =
            Set.of(("IF ELSIF ELSEIF WHEN CASE FOR FOREACH WHILE EXIT CONTINUE RETURN RAISE NULL PERFORM GET END"
                            + " EXCEPTION ASSERT OPEN FETCH CLOSE BEGIN ELSE LOOP")
                    .split(" "));

    private BlockReader() {}

    static List<Action> read(List<Token> statement) {
        var body = statement.stream()
                .filter(token -> token.kind() == TokenKind.BODY || token.kind() == TokenKind.STRING)
                .findFirst()
                .orElseThrow(() -> new CannotTell("the DO block has no body"));
        var script = body.content();
        var actions = new ArrayList<Action>();
        var piece = new ArrayList<Token>();
        boolean declaring = false;
        int depth = 0;
        for (var token : Token.of(script, body.line())) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            declaring = (declaring || token.is("DECLARE")) && !token.is("BEGIN");
            boolean opens = depth == 0 && OPENERS.contains(token.text().toUpperCase(Locale.ROOT)) && !isCase(piece);
            if (token.is(";") || opens) {
                if (!declaring) {
                    actions.addAll(read(script, piece));
                }
                piece.clear();
            } else if (!token.is("DECLARE")) {
                piece.add(token);
            }
        }
        actions.addAll(read(script, piece));
        return actions;
    }

    /** THEN and ELSE of a CASE expression inside a statement end nothing. */
    private static boolean isCase(List<Token> piece) {
        return piece.size() > 1 && piece.stream().skip(1).anyMatch(token -> token.is("CASE"));
    }

    private static List<Action> read(String script, List<Token> piece) {
        if (piece.isEmpty() || CONTROL.contains(piece.get(0).text().toUpperCase(Locale.ROOT))) {
            return List.of();
        }
        boolean assigns =
                piece.size() > 1 && (piece.get(1).is("=") || piece.get(1).is(":"));
        if (assigns) {
            return List.of();
        }
        if (piece.get(0).is("EXECUTE")) {
            throw new CannotTell("EXECUTE on line " + piece.get(0).line() + " runs SQL that nobody can read here");
        }
        return StatementReader.read(script, piece);
    }
}
