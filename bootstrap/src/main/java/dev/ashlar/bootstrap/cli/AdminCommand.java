// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.mail.MailSettings;
import dev.ashlar.identity.application.AdministratorCreation;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands for administrators, for the operator of a new installation. */
@Command(name = "admin", mixinStandardHelpOptions = true, description = "Manages administrators.")
final class AdminCommand implements Callable<Integer> {
    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    AdminCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command: admin create.");
    }

    /** Creates an administrator, usually the first one. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates an administrator and prints a link that sets the password, once, within an hour.")
    int create(
            @Option(names = "--email", required = true, description = "Address to log in with.") String email,
            @Option(names = "--username", defaultValue = "admin", description = "Public name; admin by default.")
                    String username,
            @Option(
                            names = "--password-stdin",
                            description = "Read the password from the first line of the standard input instead.")
                    boolean passwordFromInput)
            throws IOException {
        var registration = Registration.of(email, username, "System", "Administrator", Actor.DEFAULT_PLATFORM);
        var password = passwordFromInput ? new NewPassword(firstLineOfInput()) : null;
        try (var context = start.quietly(Map.of())) {
            var creation = context.getBean(AdministratorCreation.class);
            var out = spec.commandLine().getOut();
            if (password != null) {
                creation.create(registration, password);
                out.println("Created administrator " + registration.email() + ".");
            } else {
                var token = creation.createWithToken(registration);
                out.println("Created administrator " + registration.email() + ". Set the password within an hour:");
                out.println(context.getBean(MailSettings.class).resetLink(token));
                out.println("Without a front end: POST /api/v1/auth/password/reset with that token and the password.");
            }
            return AshlarCommand.DONE;
        }
    }

    private String firstLineOfInput() throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String line = input.readLine();
        if (line == null || line.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--password-stdin found no password.");
        }
        return line;
    }
}
