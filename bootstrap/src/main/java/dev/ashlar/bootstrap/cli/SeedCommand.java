package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.seed.Seeding;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings in the rows that Ashlar comes with. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = "Brings in the reference data; running it again changes nothing.")
final class SeedCommand implements Callable<Integer> {
    /** The application's own services seed, so all of it starts; but it opens no port and runs no jobs. */
    private static final Map<String, Object> QUIET =
            Map.of("server.port", "-1", "db-scheduler.enabled", "false", "ashlar.seed-at-startup", "false");

    private final Start start;

    @Option(names = "--demo", description = "Bring in the demo data, too.")
    private boolean demo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    SeedCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (var context = start.application(QUIET)) {
            context.getBean(Seeding.class).run(demo, spec.commandLine().getOut()::println);
            spec.commandLine().getOut().println("Done.");
            return AshlarCommand.DONE;
        }
    }
}
