// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that kill mutants. With {@code -Dmutations=run} each runs on its mutant in a separate process and must fail, which takes some
 * minutes; with {@code -Dmutations.of=publishing,sync} only those of these contexts do.
 */
class KillingTestsTest {
    private static final Path PERSISTENCE = Mutants.ROOT.resolve("adapters-persistence");
    private static final int PATIENCE_SECONDS = 180;

    @TempDir
    private Path directory;

    @Test
    void findsEachNamedTest() {
        assertThat(KillingTest.ALL)
                .allSatisfy((mutant, killing) -> assertThat(OneTest.methods(killing.test(), killing.method()))
                        .as(killing.toString())
                        .isNotEmpty());
    }

    @TestFactory
    @EnabledIfSystemProperty(named = "mutations", matches = "run")
    Stream<DynamicTest> failOnTheirMutants() throws SQLException {
        Map<String, List<String>> options = new HashMap<>();
        try (var database = TestDatabase.migrated()) {
            for (var thing : Mutants.things(database.owner())) {
                options.put(thing.name(), List.of("-D" + TestDatabase.WITHOUT + "=" + thing.drop()));
            }
        }
        Map<String, Mutants.Unguarded> mappers = new HashMap<>();
        Mutants.statements().forEach(mutant -> mappers.put(mutant.name(), mutant));
        var one = KillingTest.ALL.values().iterator().next();
        var control = dynamicTest(
                "nothing is missing",
                () -> assertThat(run(one, "", List.of())).as(one.toString()).isEqualTo(OneTest.PASSED));
        var claims = wanted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(claim -> dynamicTest(claim.getKey(), () -> {
                    var mapper = mappers.get(claim.getKey());
                    var run = mapper == null
                            ? run(claim.getValue(), "", options.get(claim.getKey()))
                            : run(claim.getValue(), inFrontOfAllOthers(mapper), List.of());
                    assertThat(run).as(claim.getValue().toString()).isEqualTo(OneTest.FAILED);
                }));
        return Stream.concat(Stream.of(control), claims);
    }

    private static Map<String, KillingTest> wanted() {
        var wanted = new HashMap<>(KillingTest.ALL);
        wanted.values().removeIf(claim -> !Mutants.isWanted(claim.test().substring("dev.ashlar.".length())));
        assertThat(wanted)
                .as("mutants that the tests of the wanted contexts kill")
                .isNotEmpty();
        return wanted;
    }

    /** A directory that has the mutant where the class path has its original. */
    private String inFrontOfAllOthers(Mutants.Unguarded mapper) throws IOException {
        var first = Files.createTempDirectory(directory, "mutant");
        var file = first.resolve(Mutants.MAPPERS.relativize(mapper.file()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, mapper.text());
        return first + File.pathSeparator;
    }

    private int run(KillingTest killing, String first, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D" + Race.REPEATED + "=true",
                // Contexts of persistence read the settings of bootstrap, and have none of its health indicators.
                "-Dmanagement.endpoint.health.validate-group-membership=false"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                first + System.getProperty("java.class.path"),
                OneTest.class.getName(),
                killing.test(),
                killing.method()));
        var log = Files.createTempFile(directory, "run", ".log");
        var process = new ProcessBuilder(command)
                .directory(PERSISTENCE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
