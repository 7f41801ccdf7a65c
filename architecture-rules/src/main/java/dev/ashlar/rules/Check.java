// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One way of checking a rule; a rule may have several.
 *
 * {@snippet :
 * Check.each(Checkpoint.CATALOG, project -> Catalog.of(project).tables(), (table, findings) -> {
 *     if (table.comment().isBlank()) {
 *         findings.violation(table, "has no comment");
 *     }
 * });
 * }
 *
 * @param at where it looks
 * @param examination counts what it looks at, and reports what breaks the rule
 */
public record Check(Checkpoint at, BiConsumer<Project, Findings> examination) {
    /** Returns a check of each subject by itself. An examination that fails is a violation of its subject, and the others are examined. */
    public static <S extends Subject> Check each(
            Checkpoint at, Function<Project, ? extends Collection<S>> subjects, BiConsumer<S, Findings> examination) {
        return new Check(at, (project, findings) -> {
            for (var subject : subjects.apply(project)) {
                findings.looked(subject);
                var failure = CannotTell.failure(() -> examination.accept(subject, findings));
                if (!failure.isEmpty()) {
                    findings.violation(subject, failure);
                }
            }
        });
    }
}
