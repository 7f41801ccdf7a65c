// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; without a command it serves. */
@Command(
        name = "ashlar",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Ashlar, a modular monolith on Java, MyBatis and PostgreSQL. Without a command it serves.",
        footer = {
            "",
            "Settings: --name=value for every property with a dot in its name, as in --server.port=8081.",
            "",
            "Exit codes: 0 done, 1 failed, 2 not understood, 3 migrations are pending (migrate --status)."
        })
public final class AshlarCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int PENDING = 3;

    /** A Spring property: its name has a dot, unlike the options of the commands. */
    private static final Pattern SETTING = Pattern.compile("--[^=.]+\\.[^=]*(=.*)?", Pattern.DOTALL);

    private final ServeCommand serve;

    private AshlarCommand(ServeCommand serve) {
        this.serve = serve;
    }

    /** Runs the named command and returns its exit code. */
    public static int run(String... arguments) {
        var split = Arrays.stream(arguments)
                .collect(Collectors.partitioningBy(
                        argument -> SETTING.matcher(argument).matches()));
        return commandLine(split.getOrDefault(true, List.of()))
                .execute(split.getOrDefault(false, List.of()).toArray(String[]::new));
    }

    private static CommandLine commandLine(List<String> settings) {
        var start = new Start(settings.toArray(String[]::new));
        var serve = new ServeCommand(start);
        var all = new CommandLine(new AshlarCommand(serve))
                .addSubcommand(serve)
                .addSubcommand(new MigrateCommand(start))
                .addSubcommand(new RollbackCommand(start))
                .addSubcommand(new SeedCommand(start))
                .addSubcommand(new AdminCommand(start))
                .addSubcommand(new LeadsCommand(start));
        commandsOfOtherJars().forEach(all::addSubcommand);
        return all.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    /** Commands of jars beside this one, which name them as services. */
    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static Stream<Object> commandsOfOtherJars() {
        return ServiceLoader.load(Callable.class).stream()
                .filter(service -> service.type().isAnnotationPresent(Command.class))
                .map(ServiceLoader.Provider::get);
    }

    private static int report(Exception failure, CommandLine command) {
        if (!(failure instanceof StartFailed)) { // already reported by Spring Boot
            command.getErr().println("Failed: " + failure.getMessage());
        }
        return FAILED;
    }

    @Override
    public Integer call() {
        return serve.call();
    }
}
