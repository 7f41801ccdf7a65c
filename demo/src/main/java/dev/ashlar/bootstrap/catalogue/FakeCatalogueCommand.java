// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.catalogue;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the fake catalogue as a separate process. */
@Command(
        name = "fake-catalogue",
        mixinStandardHelpOptions = true,
        description = "Serves made-up courses and tests, for trying the sync of catalogues out and for tests.")
public final class FakeCatalogueCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "9300", description = "Port of the catalogue (default: 9300).")
    private int port;

    @Option(
            names = "--api-key",
            defaultValue = "sandbox",
            description = "Key that callers must send (default: sandbox).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String apiKey;

    @Option(names = "--courses", defaultValue = "500", description = "Number of courses (default: 500).")
    private int courses;

    @Option(names = "--tests", defaultValue = "100", description = "Number of tests (default: 100).")
    private int tests;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    @SuppressWarnings("resource") // runs until the process stops
    public Integer call() {
        var catalogue = FakeCatalogue.start(port, apiKey, courses, tests);
        spec.commandLine().getOut().println("The fake catalogue serves " + catalogue.address());
        return 0;
    }
}
