// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Refused;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rule that tells of each statement that is not examined, so that no other rule tells it again. */
final class AcceptanceRules {
    static final List<Rule> RULES = List.of(Rule.of("prepared-statements")
            .whole(Checkpoint.PLAN, AcceptanceRules::refused)
            .whole(Checkpoint.MAPPER, AcceptanceRules::unreadable));

    private AcceptanceRules() {}

    /** One finding for each statement, with each reason and the first text that shows it. */
    private static void refused(Project project, Findings findings) {
        var refusals = new LinkedHashMap<MapperStatement, Map<String, String>>();
        for (var refused : Preparation.of(project).refused()) {
            refusals.computeIfAbsent(refused.variant().statement(), statement -> new LinkedHashMap<>())
                    .putIfAbsent(refused.reason(), refused.message());
        }
        for (var statement : Mappers.of(project).statements()) {
            if (!statement.variants().isEmpty()) {
                findings.looked(statement);
            }
        }
        refusals.forEach(
                (statement, reasons) -> findings.violation(statement, String.join("\n     ", reasons.values())));
    }

    private static void unreadable(Project project, Findings findings) {
        var mappers = Mappers.of(project);
        mappers.refused().forEach(refusal -> {
            findings.looked();
            findings.violation(refusal.place(), refusal.message());
        });
        var refused = refusedVariants(project);
        for (var statement : mappers.statements()) {
            findings.looked(statement);
            boolean isTold = SecretRules.takesAnyText(statement)
                    || mappers.refused().stream()
                            .anyMatch(refusal ->
                                    refusal.place().equals(statement.file().place()));
            failure(statement, refused)
                    .filter(failure -> !isTold || !failure.equals(statement.failure()))
                    .ifPresent(failure -> findings.violation(statement, failure));
        }
    }

    /** Texts that PostgreSQL refuses, which the other check tells. */
    private static Set<Variant> refusedVariants(Project project) {
        try {
            return Preparation.of(project).refused().stream()
                    .map(Refused::variant)
                    .collect(toSet());
        } catch (NotGiven withoutDatabase) {
            return Set.of();
        }
    }

    /** Returns the reason why a statement, or some text of it, cannot be read. */
    static Optional<String> failure(MapperStatement statement, Set<Variant> refused) {
        return Stream.concat(
                        Stream.of(statement.failure()),
                        statement.variants().stream()
                                .filter(variant -> !variant.hasEmptyCollection() && !refused.contains(variant))
                                .map(variant -> SqlTree.of(variant.sql()).failure()))
                .filter(not(String::isEmpty))
                .findFirst();
    }
}
