// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the application and leaves it running. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the API. The default.")
final class ServeCommand implements Callable<Integer> {
    private final Start start;

    ServeCommand(Start start) {
        this.start = start;
    }

    @Override
    @SuppressWarnings("resource") // runs until the process stops
    public Integer call() {
        start.application(Map.of());
        return AshlarCommand.DONE;
    }
}
