package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.sandbox.SandboxGateway;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the sandbox of a payment gateway as a process of its own. */
@Command(
        name = "sandbox-gateway",
        mixinStandardHelpOptions = true,
        description = "Serves a payment gateway that moves no money, for trying out and for tests.")
final class SandboxGatewayCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "9100", description = "Where it answers (default: 9100).")
    private int port;

    @Option(names = "--api-key", defaultValue = "sandbox", description = "What callers must show (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String apiKey;

    @Option(
            names = "--webhook-secret",
            defaultValue = "sandbox",
            description = "What its messages are signed with (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String webhookSecret;

    @Option(names = "--webhooks-to", description = "Where its messages go; nowhere by default.")
    private @Nullable URI webhooksTo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("resource") // lives until the process is told to stop
    public Integer call() {
        var gateway = SandboxGateway.start(port, apiKey, webhookSecret);
        if (webhooksTo != null) {
            gateway.sendWebhooksTo(webhooksTo);
        }
        spec.commandLine().getOut().println("The sandbox gateway serves " + gateway.address());
        return AshlarCommand.DONE;
    }
}
