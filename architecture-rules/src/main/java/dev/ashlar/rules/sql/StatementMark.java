// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.sql.expand.MapperStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Comments by which a statement says that it does on purpose what others may not: {@code <!-- sensitive: why -->},
 * {@code <!-- reads deleted: why -->} or {@code <!-- crosses scope: why -->}, right before the statement or inside it. Unlike a waiver they are no exception to a
 * rule: they are what the rule asks for.
 */
final class StatementMark {
    /** Reads columns that hold secrets. */
    static final String SENSITIVE = "sensitive";

    /** Reads rows that are marked as deleted. */
    static final String READS_DELETED = "reads deleted";

    /** Reads or changes rows of whomever they belong to. */
    static final String CROSSES_SCOPE = "crosses scope";

    private StatementMark() {}

    /** True if a statement has a mark, with a reason. */
    static boolean has(MapperStatement statement, String mark) {
        return reason(statement, mark).isPresent();
    }

    /** The reason that a statement's mark gives; empty if it has no such mark. */
    static Optional<String> reason(MapperStatement statement, String mark) {
        return comments(statement.element())
                .map(comment -> comment.getData().strip())
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(mark + ":"))
                .map(text -> text.substring(mark.length() + 1).strip())
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    private static Stream<Comment> comments(Element element) {
        var found = Stream.<Comment>builder();
        for (@Nullable Node before = element.getPreviousSibling();
                before != null && !(before instanceof Element);
                before = before.getPreviousSibling()) {
            if (before instanceof Comment comment) {
                found.add(comment);
            }
        }
        for (@Nullable Node within = element.getFirstChild(); within != null; within = within.getNextSibling()) {
            if (within instanceof Comment comment) {
                found.add(comment);
            }
        }
        return found.build();
    }
}
