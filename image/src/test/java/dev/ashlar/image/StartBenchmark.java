// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time from the start of the process to its first answer, on a migrated database, and its memory at rest, of each delivery with the settings it is
 * shipped with: the container image, the same without its cache, the jar as {@code deploy/compose.yaml} runs it, and the jar without options.
 */
@Tag("benchmark")
class StartBenchmark {
    private static final boolean MEASURES = Boolean.getBoolean("benchmarks.measure");
    private static final int ROUNDS = MEASURES ? 5 : 1;
    private static final Path REPORT = Path.of("target", "benchmark", "start.md");
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final String JAR = "../bootstrap/target/ashlar.jar";
    /** The limit of the containers in {@code deploy/}, as the JVM would see it. */
    private static final String LIMIT = "-XX:MaxRAM=1g";

    /** Migrations are a step of the deployment, as in the profile {@code prod}. */
    private static final Map<String, String> WITHOUT_MIGRATION = Map.of("SPRING_LIQUIBASE_ENABLED", "false");

    /** A start. */
    private record Measurement(int milliseconds, Memory memory) {}

    private final Map<String, List<Measurement>> measurements = new LinkedHashMap<>();

    @Test
    void measuresStartsInTurns(@TempDir Path directory) throws IOException, InterruptedException {
        var contenders = contenders(Image.unpack(Path.of("target", "ashlar.tar"), directory));
        try (var database = Database.start(DEPLOY.resolve("postgres/roles.sql"))) {
            start(contenders.get("ashlar.jar"), Map.of(), database).close(); // migrates
            for (int round = 0; round < ROUNDS; round++) {
                for (var contender : contenders.entrySet()) {
                    measurements
                            .computeIfAbsent(contender.getKey(), _ -> new ArrayList<>())
                            .add(measure(contender.getValue(), database));
                }
            }
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report());
        System.out.println(report());
        assertThat(measurements).hasSameSizeAs(contenders);
    }

    private static Map<String, List<String>> contenders(Image image) throws IOException {
        var entryPoint = image.entryPoint().stream()
                .map(part -> part.replace("/opt/", image.root() + "/opt/"))
                .toList();
        var withoutCache = entryPoint.stream()
                .filter(part -> !part.startsWith("-XX:AOTCache"))
                .toList();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var contenders = new LinkedHashMap<String, List<String>>();
        contenders.put("image", limited(entryPoint));
        contenders.put("image without its cache", limited(withoutCache));
        contenders.put(
                "compose.yaml",
                limited(Stream.of(
                                List.of(java),
                                List.of(ShippedOptions.of(Path.of("..")).split(" ")),
                                List.of("-jar", JAR))
                        .flatMap(List::stream)
                        .toList()));
        contenders.put("ashlar.jar", List.of(java, "-jar", JAR));
        return contenders;
    }

    private static List<String> limited(List<String> command) {
        var limited = new ArrayList<>(command);
        limited.add(1, LIMIT);
        return limited;
    }

    private static Measurement measure(List<String> command, Database database) throws IOException {
        try (var ashlar = start(command, WITHOUT_MIGRATION, database)) {
            return new Measurement((int) ashlar.startTime().toMillis(), MEASURES ? atRest(ashlar) : ashlar.memory());
        }
    }

    private static Serving start(List<String> command, Map<String, String> variables, Database database)
            throws IOException {
        return Serving.start(command, variables, database, Path.of("target", "start.log"));
    }

    /** Returns the memory when it no longer falls: Ashlar returns what only its start needed. */
    private static Memory atRest(Serving ashlar) {
        var last = new Memory[] {new Memory(Integer.MAX_VALUE, 0)};
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ofSeconds(15))
                .pollInterval(Duration.ofSeconds(10))
                .until(() -> {
                    int before = last[0].resident();
                    last[0] = ashlar.memory();
                    return last[0].resident() >= before - 1;
                });
        return last[0];
    }

    private String report() {
        var table = new StringBuilder("""
                | | first answer, ms (starts) | MiB at rest (starts) | anonymous |
                |---|---|---|---|
                """);
        measurements.forEach((name, of) -> table.append("| %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        spread(of, Measurement::milliseconds),
                        spread(of, start -> start.memory().resident()),
                        spread(of, start -> start.memory().anonymous()))));
        return table.toString();
    }

    /** Returns median and extremes. */
    private static String spread(List<Measurement> of, ToIntFunction<Measurement> value) {
        var sorted = of.stream().mapToInt(value).sorted().toArray();
        return "%d (%d to %d)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
