package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.seed.Seeding;
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
    /** Seeds call the application's services, so the application starts, but opens no port and runs no jobs. */
    private static final Map<String, Object> QUIET =
            Map.of("server.port", "-1", "db-scheduler.enabled", "false", "ashlar.seed-at-startup", "false");

    private final Start start;

    @Option(names = "--demo", description = "Also add the demo data, where their jar is on the class path.")
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
            var out = spec.commandLine().getOut();
            var seeding = context.getBean(Seeding.class);
            if (!demo) {
                seeding.run(out::println);
            } else if (!seeding.runWithDemo(out::println)) {
                out.println("No demo data found. Start with -Dloader.path=ashlar-demo.jar to have them.");
                return AshlarCommand.FAILED;
            }
            out.println("Done.");
            return AshlarCommand.DONE;
        }
    }
}
