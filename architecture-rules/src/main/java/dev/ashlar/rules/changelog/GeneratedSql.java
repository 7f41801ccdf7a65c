// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.database.core.PostgresDatabase;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/** SQL that Liquibase makes of changes written in XML, YAML or JSON. */
final class GeneratedSql {
    private GeneratedSql() {}

    /** True if Liquibase knows for each change what takes it back. */
    static boolean takesBack(List<? extends Change> changes) {
        var database = new PostgresDatabase();
        return changes.stream().allMatch(change -> change.supportsRollback(database));
    }

    /** Returns the statements, each with a semicolon. */
    static String of(List<? extends Change> changes) {
        var database = new PostgresDatabase();
        try {
            return changes.stream()
                    .flatMap(change ->
                            Stream.of(SqlGeneratorFactory.getInstance().generateSql(change, database)))
                    .map(sql -> sql.toSql() + ";\n")
                    .collect(Collectors.joining());
        } catch (RuntimeException needsDatabase) {
            throw new CannotTell("Liquibase makes no SQL of it without a database: " + needsDatabase.getMessage());
        }
    }
}
