// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of variants, or of what a later stage makes of them. */
public final class VariantCheck {
    private VariantCheck() {}

    /** Subject of a stage that belongs to one variant. */
    public interface InVariant {
        /** Returns the variant. */
        Variant variant();
    }

    /**
     * Returns a check of the subjects that a rule is about. It counts the statements that have such a subject, and reports each breach
     * once a statement, with the first variant that shows it.
     *
     * @param subjects all subjects of a project, those of one statement one after the other
     * @param about true for subjects that the rule is about
     * @param examination reports breaches of a subject
     */
    public static <S extends InVariant> Check of(
            Checkpoint at,
            Function<Project, Stream<S>> subjects,
            Predicate<S> about,
            BiConsumer<S, Consumer<String>> examination) {
        return new Check(at, (project, findings) -> {
            var looked = new LinkedHashSet<MapperStatement>();
            var breaches = new LinkedHashMap<MapperStatement, Map<String, String>>();
            subjects.apply(project).forEach(subject -> {
                var variant = subject.variant();
                Consumer<String> report =
                        breach -> breaches.computeIfAbsent(variant.statement(), statement -> new LinkedHashMap<>())
                                .putIfAbsent(breach, context(variant));
                var failure = CannotTell.failure(() -> {
                    if (about.test(subject)) {
                        looked.add(variant.statement());
                        examination.accept(subject, report);
                    }
                });
                if (!failure.isEmpty()) {
                    looked.add(variant.statement());
                    report.accept(failure);
                }
            });
            looked.forEach(statement -> findings.looked());
            breaches.forEach((statement, messages) ->
                    messages.forEach((breach, where) -> findings.violation(statement, breach + where)));
        });
    }

    /** Returns an examination that says what is wrong with a subject; null if nothing is. */
    public static <S> BiConsumer<S, Consumer<String>> refusing(Function<S, ? extends @Nullable String> breach) {
        return (subject, report) -> {
            var message = breach.apply(subject);
            if (message != null) {
                report.accept(message);
            }
        };
    }

    private static String context(Variant variant) {
        return "\n     in " + (variant.choices().isEmpty() ? "" : variant + " ")
                + variant.sql().replaceAll("\\s+", " ");
    }
}
