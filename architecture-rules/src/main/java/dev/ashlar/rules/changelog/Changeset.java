// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.stream.Stream;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * One changeset, in the order in which Liquibase runs them.
 *
 * {@snippet :
 * boolean makesTables = changeset.does(Action.CreateTable.class);
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

    /** The table that an action is about: of the removal of an index that of the index, if it is known. */
    Name table(Action action) {
        return action instanceof Action.Drop dropped && dropped.kind().equals("INDEX")
                ? before.tableOf(dropped.on()).orElse(dropped.on())
                : action.on();
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

    /** Everything of a kind that it does. Statements that are not understood throw. */
    public <A extends Action> List<Step<A>> steps(Class<A> kind) {
        return statements.stream()
                .flatMap(statement -> Step.of(this, statement, statement.actions(), kind))
                .toList();
    }

    /** Everything that its statements are understood to do. */
    Stream<Action> readActions() {
        return statements.stream().flatMap(statement -> statement.readActions().stream());
    }

    /** True if it does anything of a kind, or may do so in a statement that is not understood. */
    public boolean does(Class<? extends Action> kind) {
        return statements.stream().anyMatch(statement -> statement.unclear() != null)
                || readActions().anyMatch(kind::isInstance);
    }

    Changeset knowing(Known known) {
        return new Changeset(
                place, folder, name, comment, statements, rollback, rollbackGiven, irreversible, known, source);
    }
}
