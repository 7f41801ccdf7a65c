// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.Objects;
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
 * @param folder the directory below the changelog's root that it is in; empty in the root itself
 * @param name author and id, as in {@code wallet:002-create-tokens}
 * @param statements what it does
 * @param rollback what takes it back
 * @param rollbackGiven true if it says anything about taking it back
 * @param before what the changesets before it have made
 * @param source what Liquibase read
 */
public record Changeset(
        Place place,
        String folder,
        String name,
        List<Statement> statements,
        List<Statement> rollback,
        boolean rollbackGiven,
        Known before,
        ChangeSet source)
        implements Subject {
    public Changeset {
        statements = List.copyOf(statements);
        rollback = List.copyOf(rollback);
    }

    /** Returns the id without the author. */
    public String id() {
        return source.getId();
    }

    /** Returns the comment about itself; empty if it has none. */
    public String comment() {
        return Objects.requireNonNullElse(source.getComments(), "");
    }

    /** Returns the reason why nothing takes it back, from a rollback that is only {@code SELECT 'why'}; null if something does. */
    public @Nullable String irreversible() {
        var tokens = rollback.size() == 1 ? rollback.get(0).tokens() : List.<Token>of();
        return tokens.size() == 2 && tokens.get(0).is("SELECT") && tokens.get(1).kind() == TokenKind.STRING
                ? tokens.get(1).content()
                : null;
    }

    /** True if rows and traffic may be on a table, because an earlier changelog made it. */
    public boolean inUse(Name table) {
        return before.inUse(table, this);
    }

    /** Returns the table that an action is about: of the removal of an index that of the index, if it is known. */
    Name table(Action action) {
        return action instanceof Action.Drop dropped && dropped.kind().equals("INDEX")
                ? before.tableOf(dropped.on()).orElse(dropped.on())
                : action.on();
    }

    /** True if its statements run in one transaction. */
    public boolean transactional() {
        return source.isRunInTransaction();
    }

    /** Returns the contexts it runs in, as written; empty where it always runs. */
    public String contexts() {
        return source.getContextFilter().getOriginalString() == null
                ? ""
                : source.getContextFilter().getOriginalString();
    }

    /** Returns the checksum by which Liquibase notices an edit. */
    public String checksum() {
        return source.generateCheckSum(ChecksumVersion.latest()).toString();
    }

    /** Returns everything of a kind that it does, as far as its statements can be read. */
    public <A extends Action> List<Step<A>> steps(Class<A> kind) {
        return statements.stream()
                .flatMap(statement -> statement.actions().stream()
                        .filter(kind::isInstance)
                        .map(action -> new Step<>(this, statement, kind.cast(action))))
                .toList();
    }

    /** Returns everything that it does, as far as its statements can be read. */
    Stream<Action> actions() {
        return statements.stream().flatMap(statement -> statement.actions().stream());
    }

    /** True if it does anything of a kind. */
    public boolean does(Class<? extends Action> kind) {
        return actions().anyMatch(kind::isInstance);
    }

    /** Its statements, and those of its rollback. */
    Stream<Statement> bothWays() {
        return Stream.concat(statements.stream(), rollback.stream());
    }

    Changeset knowing(Known known) {
        return new Changeset(place, folder, name, statements, rollback, rollbackGiven, known, source);
    }
}
