// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.sql.expand.MapperStatement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Statements as rules see them, described by PostgreSQL. */
public final class PreparedCheck {
    private PreparedCheck() {}

    /**
     * A check of the variants that a rule is about. It counts the statements that have such a variant, and reports each breach
     * once a statement, with the first variant that shows it. A variant that PostgreSQL refuses is not examined.
     */
    public static Check check(Predicate<Prepared> about, BiConsumer<Prepared, Consumer<String>> examination) {
        return check(Checkpoint.PLAN, about, examination);
    }

    public static Check check(Checkpoint at, Predicate<Prepared> about, BiConsumer<Prepared, Consumer<String>> examination) {
        return new Check(at, (project, findings) -> {
            var looked = new LinkedHashSet<MapperStatement>();
            var breaches = new LinkedHashMap<MapperStatement, LinkedHashMap<String, String>>();
            for (var prepared : Preparation.of(project).usable()) {
                Consumer<String> report =
                        breach -> breaches.computeIfAbsent(prepared.statement(), statement -> new LinkedHashMap<>())
                                .putIfAbsent(breach, context(prepared));
                var failure = CannotTell.failure(() -> {
                    if (about.test(prepared)) {
                        looked.add(prepared.statement());
                        examination.accept(prepared, report);
                    }
                });
                if (!failure.isEmpty()) {
                    looked.add(prepared.statement());
                    report.accept(failure);
                }
            }
            looked.forEach(statement -> findings.looked());
            breaches.forEach((statement, messages) ->
                    messages.forEach((breach, where) -> findings.violation(statement, breach + where)));
        });
    }

    /** Returns the place in the statement that a breach is reported with: the variant and its text. */
    public static String context(Prepared prepared) {
        var choices = prepared.variant().toString();
        return "\n     in " + (choices.isEmpty() ? "" : choices + " ")
                + prepared.variant().sql().replaceAll("\\s+", " ");
    }
}
