// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.database.Migrations;
import dev.ashlar.bootstrap.database.OwnerDatabases;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import liquibase.exception.LiquibaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rolls migrations back. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Rolls back the latest changesets, as the role that owns the schema.")
final class RollbackCommand implements Callable<Integer> {
    private final Start start;

    @Option(names = "--count", required = true, paramLabel = "N", description = "Number of changesets.")
    private int count;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    RollbackCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() throws SQLException, LiquibaseException {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be at least 1, but it is " + count + ".");
        }
        try (var context = start.migrations()) {
            var databases = context.getBean(OwnerDatabases.class).all();
            var out = spec.commandLine().getOut();
            for (var database : databases) {
                if (databases.size() > 1) {
                    out.println(database.address());
                }
                try (var connection = database.openOrRefuse()) {
                    new Migrations(connection).rollback(count, out::println);
                }
            }
            out.println("Done.");
            return AshlarCommand.DONE;
        }
    }
}
