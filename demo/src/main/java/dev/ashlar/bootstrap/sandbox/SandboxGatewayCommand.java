// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the sandbox gateway as a separate process. */
@Command(
        name = "sandbox-gateway",
        mixinStandardHelpOptions = true,
        description = "Serves a payment gateway that moves no money, for trying Ashlar out and for tests.")
public final class SandboxGatewayCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "9100", description = "Port of the gateway (default: 9100).")
    private int port;

    @Option(
            names = "--api-key",
            defaultValue = "sandbox",
            description = "Key that callers must send (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String apiKey;

    @Option(
            names = "--webhook-secret",
            defaultValue = "sandbox",
            description = "Secret that signs its webhooks (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String webhookSecret;

    @Option(names = "--webhooks-to", description = "Address of its webhooks; none by default.")
    private @Nullable URI webhooksTo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("resource") // runs until the process stops
    public Integer call() {
        var gateway = SandboxGateway.start(port, apiKey, webhookSecret);
        if (webhooksTo != null) {
            gateway.sendWebhooksTo(webhooksTo);
        }
        spec.commandLine().getOut().println("The sandbox gateway serves " + gateway.address());
        return 0;
    }
}
