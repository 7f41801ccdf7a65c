// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * One changeset, in the order in which Liquibase runs them.
 *
 * {@snippet :
 * Rule.of("no-views", "The schema has no views.")
 *         .because("...").mend("...")
 *         .each(Checkpoint.CHANGELOG, Changelogs::of, (changeset, findings) -> changeset.on(Action.Create.class, (made, at) -> {
 *             if (made.kind().equals("VIEW")) {
 *                 findings.violation(at, "makes the view " + made.on());
 *             }
 *         }));
 * }
 *
 * @param place its lines in the changelog
 * @param folder the directory below the changelog's root that it lies in; empty in the root itself
 * @param name author and id, as in {@code wallet:002-create-tokens}
 * @param comment what it says about itself; empty where it says nothing
 * @param statements what it does
 * @param rollback what takes it back
 * @param rollbackGiven true if it says anything about taking it back
 * @param irreversible why nothing takes it back, from a rollback {@code SELECT 'why'}; null where something does
 * @param before what the changesets before it have made
 * @param source what Liquibase read
 */
public record Changeset(
        Place place,
        String folder,
        String name,
        String comment,
        List<Statement> statements,
        List<Statement> rollback,
        boolean rollbackGiven,
        @Nullable String irreversible,
        Known before,
        ChangeSet source)
        implements Subject {
    public Changeset {
        statements = List.copyOf(statements);
        rollback = List.copyOf(rollback);
    }

    /** The id without the author. */
    public String id() {
        return source.getId();
    }

    /** True if rows and traffic may be on a table, because an earlier changelog made it. */
    public boolean inUse(Name table) {
        return before.inUse(table, this);
    }

    /** True if its statements run in one transaction. */
    public boolean transactional() {
        return source.isRunInTransaction();
    }

    /** The contexts it runs in, as written; empty where it always runs. */
    public String contexts() {
        return source.getContextFilter().getOriginalString() == null
                ? ""
                : source.getContextFilter().getOriginalString();
    }

    /** Checksum by which Liquibase notices an edit. */
    public String checksum() {
        return source.generateCheckSum(ChecksumVersion.latest()).toString();
    }

    /** Everything it does. */
    public List<Action> actions() {
        return statements.stream()
                .flatMap(statement -> statement.actions().stream())
                .toList();
    }

    /** Looks at each action of a kind, with the statement it stands in. Statements that are not understood throw. */
    public <A extends Action> void on(Class<A> kind, Look<A> look) {
        for (var statement : statements) {
            for (var action : statement.actions()) {
                if (kind.isInstance(action)) {
                    look.at(kind.cast(action), statement);
                }
            }
        }
    }

    /** True if it does anything of a kind. */
    public boolean does(Class<? extends Action> kind) {
        return statements.stream()
                .anyMatch(statement -> statement.unclear() != null
                        || statement.readActions().stream().anyMatch(kind::isInstance));
    }

    /** Looks at an action. */
    @FunctionalInterface
    public interface Look<A extends Action> {
        /** Looks at one. */
        void at(A action, Statement statement);
    }

    Changeset knowing(Known known) {
        return new Changeset(
                place, folder, name, comment, statements, rollback, rollbackGiven, irreversible, known, source);
    }
}
