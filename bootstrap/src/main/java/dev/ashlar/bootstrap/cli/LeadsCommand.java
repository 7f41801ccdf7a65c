// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.crm.application.LegacyLeadWorkflow;
import dev.ashlar.crm.application.LegacyProgress;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands that mend all leads once. Each may be stopped at any time and run again. */
@Command(
        name = "leads",
        mixinStandardHelpOptions = true,
        description = "Copies legacy leads, and finds owners of leads.")
final class LeadsCommand implements Callable<Integer> {
    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    LeadsCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Name a command: leads copy, or leads assign-owners.");
    }

    /** Copies the leads of the legacy system. */
    @Command(
            name = "copy",
            mixinStandardHelpOptions = true,
            description = "Copies the rows of crm.raw_leads into leads; running it again copies what is missing.")
    int copy(@Option(names = "--dry-run", description = "Only count the leads.") boolean isDryRun) {
        return run(isDryRun, (leads, progress) -> leads.copyAll(isDryRun, progress));
    }

    /** Gives leads of users with a sales head an owner. */
    @Command(
            name = "assign-owners",
            mixinStandardHelpOptions = true,
            description = "Puts the sales heads of users in charge of their leads; owned leads stay as they are.")
    int assignOwners(@Option(names = "--dry-run", description = "Only count the leads.") boolean isDryRun) {
        return run(isDryRun, (leads, progress) -> leads.assignAllOwners(isDryRun, progress));
    }

    private int run(boolean isDryRun, Mending mending) {
        try (var context = start.quietly(Map.of())) {
            var out = spec.commandLine().getOut();
            var total = mending.run(
                    context.getBean(LegacyLeadWorkflow.class), soFar -> out.println("Read " + counts(soFar, isDryRun)));
            out.println((isDryRun ? "Dry run: read " : "Done: read ") + counts(total, isDryRun));
            return AshlarCommand.DONE;
        }
    }

    private static String counts(LegacyProgress progress, boolean isDryRun) {
        return progress.read() + " rows, "
                + (isDryRun ? progress.changed() + " to change." : "changed " + progress.changed() + ".");
    }

    /** One of the commands. */
    private interface Mending {
        LegacyProgress run(LegacyLeadWorkflow leads, Consumer<LegacyProgress> progress);
    }
}
