package dev.ashlar.rules.sql;

import dev.ashlar.rules.Project;
import java.util.ArrayList;
import java.util.List;
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
 * @param skipped of what was not seen, why
 */
public record Coverage(int statements, int variants, long branches, List<String> skipped) {

    /** The coverage of a project's mappers; with a database also what PostgreSQL refuses. */
    public static Coverage of(Project project) {
        var statements = Mappers.of(project).statements();
        var skipped = new ArrayList<String>();
        for (var statement : statements) {
            if (!statement.complete()) {
                skipped.add(statement + ": more than " + Expansion.CAP + " combinations; "
                        + statement.variants().size() + " of them show every pair of choices");
            }
        }
        Preparation.of(project).variants().stream()
                .filter(Prepared::refusesEmptyCollection)
                .map(prepared -> prepared.statement() + " " + prepared + ": PostgreSQL refuses the empty collection")
                .forEach(skipped::add);
        Oracle.of(project).trials().stream()
                .filter(trial -> !trial.isReached())
                .map(trial -> trial.prepared().statement() + " " + trial.prepared()
                        + ": no generated row is found by it, so that hiding one proves nothing")
                .distinct()
                .forEach(skipped::add);
        return new Coverage(
                statements.size(),
                Mappers.of(project).variants().size(),
                statements.stream().mapToLong(Coverage::branches).sum(),
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
        var numbers = statements + " statements in " + variants + " variants, " + branches + " branches";
        return String.join(
                "\n", Stream.concat(Stream.of(numbers), skipped.stream()).toList());
    }
}
