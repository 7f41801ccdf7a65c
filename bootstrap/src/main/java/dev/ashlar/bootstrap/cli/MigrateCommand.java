// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.database.ConnectionSettings;
import dev.ashlar.bootstrap.database.Migrations;
import dev.ashlar.bootstrap.database.OwnerDatabases;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import liquibase.exception.LiquibaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pending migrations, or lists them. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Runs the pending migrations, as the role that owns the schema.")
final class MigrateCommand implements Callable<Integer> {
    private final Start start;

    @Option(names = "--status", description = "List the pending migrations only; exit code 3 if there are any.")
    private boolean status;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    MigrateCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() throws SQLException, LiquibaseException {
        try (var context = start.migrations()) {
            var databases = context.getBean(OwnerDatabases.class).all();
            var out = spec.commandLine().getOut();
            int code = AshlarCommand.DONE;
            for (var database : databases) {
                if (databases.size() > 1) {
                    out.println(database.address());
                }
                code = Math.max(code, migrate(database, out));
            }
            return code;
        }
    }

    private int migrate(ConnectionSettings database, PrintWriter out) throws SQLException, LiquibaseException {
        try (var connection = database.openOrRefuse()) {
            var migrations = new Migrations(connection);
            var pending = migrations.pending();
            if (status && !pending.isEmpty()) {
                pending.forEach(name -> out.println("pending      " + name));
                return AshlarCommand.PENDING;
            }
            if (pending.isEmpty()) {
                out.println("The schema is up to date.");
            } else {
                migrations.migrate(out::println);
                out.println("Done: " + pending.size() + " changesets applied.");
            }
            if (!status) {
                migrations.keepIfComplete();
            }
            return AshlarCommand.DONE;
        }
    }
}
