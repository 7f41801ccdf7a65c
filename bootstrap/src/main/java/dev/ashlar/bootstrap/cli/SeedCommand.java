// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.seed.Seeding;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds reference data, and demo data on request. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = "Adds the reference data; running it again changes nothing.")
final class SeedCommand implements Callable<Integer> {
    private final Start start;

    @Option(
            names = "--demo",
            description = "Also add the demo data, where their jar is on the class path; not in production.")
    private boolean demo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    SeedCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() throws SQLException {
        try (var context = start.quietly(demo ? Map.of(Seeding.DEMO_DATA, "true") : Map.of())) {
            var out = spec.commandLine().getOut();
            var seeding = context.getBean(Seeding.class);
            if (demo && !seeding.hasDemoData()) {
                out.println("No demo data found. Start with -Dloader.path=ashlar-demo.jar to have them.");
                return AshlarCommand.FAILED;
            }
            seeding.run(out::println);
            out.println("Done.");
            return AshlarCommand.DONE;
        }
    }
}
