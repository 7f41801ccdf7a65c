// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** A migration that is a file of SQL, which counts as one changeset. */
record SqlScript(Path file) {
    /** Its statements, in order. */
    List<Statement> statements() {
        return Statement.of(TextFiles.text(file), file, 1, name());
    }

    /** True if it is a changelog of Liquibase. */
    boolean isFormatted() {
        return TextFiles.text(file).strip().matches("(?is)--\\s*liquibase\\s+formatted\\s+sql.*");
    }

    /** Returns the changeset, without what takes it back. */
    Changeset changeset(Path directory) {
        var text = TextFiles.text(file);
        var parent = directory.relativize(file).getParent();
        return new Changeset(
                Place.in(file, 1, (int) text.lines().count(), name()),
                parent == null ? "" : parent.toString().replace('\\', '/'),
                name(),
                statements(),
                List.of(),
                false,
                new Known(),
                source(text));
    }

    /** A trial runs it statement by statement. */
    private ChangeSet source(String text) {
        boolean inTransaction = !text.toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
        var source = new ChangeSet(
                name(),
                "",
                false,
                SqlScripts.isRepeatable(file),
                name(),
                null,
                null,
                inTransaction,
                new DatabaseChangeLog(file.toString()));
        for (var statement : statements()) {
            var change = new RawSQLChange(statement.text());
            change.setSplitStatements(false);
            source.addChange(change);
        }
        return source;
    }

    private String name() {
        return file.getFileName().toString();
    }
}
