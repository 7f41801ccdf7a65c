// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.sql.expand.MapperStatement;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Comments by which a statement says that it does on purpose what others may not: {@code <!-- sensitive: why -->},
 * {@code <!-- reads deleted: why -->} or {@code <!-- crosses scope: why -->}, right before the statement or inside it. Unlike a
 * waiver they are no exception to a rule: they are what the rule asks for.
 */
enum StatementMark {
    /** Reads columns that hold secrets. */
    SENSITIVE,
    /** Reads rows that are marked as deleted. */
    READS_DELETED,
    /** Reads or changes rows of whomever they belong to. */
    CROSSES_SCOPE;

    /** True if a statement has the mark, with a reason. */
    boolean isOn(MapperStatement statement) {
        var mark = name().toLowerCase(Locale.ROOT).replace('_', ' ') + ":";
        return comments(statement)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith(mark) && text.length() > mark.length());
    }

    /** Returns the comments of a statement: those between it and the statement before, and those right inside it. */
    static Stream<String> comments(MapperStatement statement) {
        var nodes = Stream.<Node>builder();
        for (@Nullable Node before = statement.element().getPreviousSibling();
                before != null && !(before instanceof Element);
                before = before.getPreviousSibling()) {
            nodes.add(before);
        }
        for (@Nullable Node within = statement.element().getFirstChild();
                within != null;
                within = within.getNextSibling()) {
            nodes.add(within);
        }
        return nodes.build()
                .filter(Comment.class::isInstance)
                .map(comment -> ((Comment) comment).getData().strip());
    }
}
