// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.toSet;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.sql.expand.Expansion;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Refused;
import dev.ashlar.rules.sql.trial.ReadTrials;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Share of the mappers that the rules have seen.
 *
 * {@snippet :
 * Files.writeString(Path.of("target/rulebook/coverage.txt"), Coverage.of(project).toString());
 * }
 *
 * @param statements how many statements there are
 * @param variants how many texts they were expanded into
 * @param branches how many answers to their questions are among these: an {@code <if>} in and out are two
 * @param unexamined how many statements have a text that cannot be read or that PostgreSQL refuses
 * @param skipped of what was not seen, why
 */
public record Coverage(int statements, int variants, long branches, long unexamined, List<String> skipped) {

    /** Returns the coverage of a project's mappers; with a database also what PostgreSQL refuses. */
    public static Coverage of(Project project) {
        var statements = Mappers.of(project).statements();
        var skipped = new ArrayList<String>();
        for (var statement : statements) {
            if (!statement.complete()) {
                skipped.add(statement + ": more than " + Expansion.CAP + " combinations; "
                        + statement.variants().size() + " of them show every pair of choices");
            }
        }
        Preparation.of(project).refusals().stream()
                .filter(Refused::isEmptyCollection)
                .map(Refused::variant)
                .map(variant -> variant.statement() + " " + variant + ": PostgreSQL refuses the empty collection")
                .forEach(skipped::add);
        ReadTrials.of(project).trials().stream()
                .filter(trial -> !trial.isReached())
                .map(trial -> trial.prepared().statement() + " " + trial.prepared()
                        + ": no generated row is found by it, so that hiding one proves nothing")
                .distinct()
                .forEach(skipped::add);
        var refused = Preparation.of(project).refused().stream()
                .map(refusal -> refusal.variant().statement())
                .collect(toSet());
        var unexamined = statements.stream()
                .filter(statement -> refused.contains(statement)
                        || AcceptanceRules.failure(statement, Set.of()).isPresent())
                .map(statement -> statement + ": not every text of it is examined; prepared-statements tells why")
                .toList();
        skipped.addAll(unexamined);
        return new Coverage(
                statements.size(),
                Mappers.of(project).variants().size(),
                statements.stream().mapToLong(Coverage::branches).sum(),
                unexamined.size(),
                List.copyOf(skipped));
    }

    private static long branches(MapperStatement statement) {
        return statement.variants().stream()
                .flatMap(variant -> variant.choices().stream())
                .distinct()
                .count();
    }

    /** A line of numbers, and one for each thing that was skipped. */
    @Override
    public String toString() {
        var numbers = statements + " statements in " + variants + " variants, " + branches + " branches, " + unexamined
                + " statements not examined in full";
        return String.join(
                "\n", Stream.concat(Stream.of(numbers), skipped.stream()).toList());
    }
}
