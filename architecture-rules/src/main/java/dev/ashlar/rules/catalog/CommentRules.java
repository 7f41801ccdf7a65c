// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

import dev.ashlar.rules.Rule;
import io.github.mfvanek.pg.core.checks.host.TablesWithoutDescriptionCheckOnHost;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comments in the schema: required where a name does not tell the meaning, refused where they only repeat it. */
final class CommentRules {
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb", "bytea", "hstore");
    /** Named alike in every table, with one meaning. */
    private static final Set<String> CONVENTIONAL = Set.of("version", "deleted_at");

    private static final Set<String> FILLERS =
            Set.of("a", "an", "the", "its", "of", "this", "that", "is", "was", "it", "row", "column", "value");
    private static final Pattern WORD_BORDER = Pattern.compile("[^a-z0-9]+");

    static final List<Rule> RULES = List.of(Rule.of("schema-comments")
            .with(Health.none(
                    Catalog::tables,
                    Health.finds(TablesWithoutDescriptionCheckOnHost::new, found -> "the table has no comment")))
            .refuse(CATALOG, all(Catalog::columns), CommentRules::ofColumn)
            .refuse(
                    CATALOG,
                    all(Catalog::types, UserType::isEnum),
                    type -> missing(type.comment(), "enum type " + type.qualified()))
            .refuse(
                    CATALOG,
                    all(Catalog::types, type -> !type.isEnum()),
                    type -> missing(type.comment(), "range type " + type.qualified()))
            // pg-index-health also asks for comments on the functions that PostgreSQL makes with a range type.
            .refuse(
                    CATALOG,
                    all(Catalog::routines),
                    routine -> missing(routine.comment(), "function " + routine.qualified())));

    private CommentRules() {}

    private static @Nullable String missing(String comment, String what) {
        return comment.isBlank() ? "the " + what + " has no comment" : null;
    }

    private static @Nullable String ofColumn(Column column) {
        if (column.comment().isBlank()) {
            return needsComment(column) ? missing("", "column " + column.name()) : null;
        }
        return repeatsName(column) ? "the comment of the column " + column.name() + " only repeats its name" : null;
    }

    /** True if the name cannot tell the meaning: NULL means something, a number has a unit, a document has a form. */
    private static boolean needsComment(Column column) {
        if (CONVENTIONAL.contains(column.name())) {
            return false;
        }
        var type = column.baseType();
        return !column.notNull()
                || (NUMBERS.contains(type) && !column.isIdentity())
                || DOCUMENTS.contains(type)
                || type.endsWith("[]")
                || type.endsWith("range");
    }

    /** True if every word of the comment is in the names of the column or its table. */
    private static boolean repeatsName(Column column) {
        var names = new HashSet<>(words(column.name()));
        names.addAll(words(column.table()));
        if (names.contains("id")) {
            names.addAll(Set.of("key", "identifier"));
        }
        return names.containsAll(words(column.comment()));
    }

    private static Set<String> words(String text) {
        return WORD_BORDER
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }
}
