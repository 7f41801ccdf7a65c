// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a changeset does.
 *
 * {@snippet :
 * Rule.of("no-views", "The schema has no views.")
 *         .because("...").mend("...")
 *         .refuse(Checkpoint.CHANGELOG, project -> Step.of(project, Action.Create.class), step ->
 *                 step.action().kind().equals("VIEW") ? "makes the view " + step.on() : null);
 * }
 *
 * @param changeset the changeset
 * @param statement the statement that does it, perhaps among other things
 * @param action what is done
 */
public record Step<A extends Action>(Changeset changeset, Statement statement, A action) implements Subject {
    @Override
    public Place place() {
        return statement.place();
    }

    /** Returns the target of the action. */
    public Name on() {
        return action.on();
    }

    /** True if rows and traffic may be on the target, because an earlier changelog made it. */
    public boolean isInUse() {
        return changeset.inUse(on());
    }

    /** Returns everything of a kind that a project's changesets do, in order, as far as their statements can be read. */
    public static <A extends Action> List<Step<A>> of(Project project, Class<A> kind) {
        return Changelogs.of(project).stream()
                .flatMap(changeset -> changeset.steps(kind).stream())
                .toList();
    }

    /** Returns an examination of each thing of a kind that a changeset does, which says what is wrong with it; null if nothing is. */
    static <A extends Action> BiConsumer<Changeset, Findings> each(
            Class<A> kind, Function<Step<A>, ? extends @Nullable String> breach) {
        return (changeset, findings) ->
                changeset.steps(kind).forEach(step -> findings.refuse(step, breach.apply(step)));
    }
}
