// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the fake provider as a separate process. */
@Command(
        name = "fake-provider",
        mixinStandardHelpOptions = true,
        description =
                "Serves language models that only repeat what they are told, for trying Ashlar out and for tests.")
public final class FakeProviderCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "9200", description = "Port of the provider (default: 9200).")
    private int port;

    @Option(
            names = "--api-key",
            defaultValue = "sandbox",
            description = "Key that callers must send (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String apiKey;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("resource") // runs until the process stops
    public Integer call() {
        var provider = FakeProvider.start(port, apiKey);
        spec.commandLine().getOut().println("The fake provider serves " + provider.address());
        return 0;
    }
}
