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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Time from the start of the process to its first answer, on a migrated database, and its memory at rest: the image's files with and without the
 * AOT cache, and ashlar.jar.
 */
@Tag("benchmark")
class StartBenchmark {
    private static final boolean MEASURES = Boolean.getBoolean("benchmarks.measure");
    private static final int ROUNDS = MEASURES ? 3 : 1;
    private static final Path ROOT = Path.of("target", "root").toAbsolutePath();
    private static final Path REPORT = Path.of("target", "benchmark", "start.md");

    private final Map<String, List<Integer>> times = new LinkedHashMap<>();
    private final Map<String, List<Integer>> memory = new LinkedHashMap<>();

    @Test
    void measuresStartsInTurns() throws IOException {
        var contenders = contenders();
        try (var database = Database.start(Path.of("..", "deploy", "postgres", "roles.sql"))) {
            start(contenders.get("ashlar.jar"), database).close(); // migrates
            for (int round = 0; round < ROUNDS; round++) {
                for (var contender : contenders.entrySet()) {
                    measure(contender.getKey(), contender.getValue(), database);
                }
            }
        }
        var report = report(contenders.keySet());
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
        System.out.println(report);
        assertThat(times).hasSize(contenders.size());
    }

    private static Map<String, List<String>> contenders() {
        var java = JavaRuntime.java(ROOT).toString();
        var application = ROOT.resolve("opt/ashlar");
        var start = List.of("-cp", application.resolve("ashlar.jar").toString(), "dev.ashlar.bootstrap.cli.Launch");
        var contenders = new LinkedHashMap<String, List<String>>();
        contenders.put(
                "image, AOT cache", command(List.of(java, "-XX:AOTCache=" + application.resolve("ashlar.aot")), start));
        contenders.put("image, no cache", command(List.of(java), start));
        contenders.put("ashlar.jar", command(List.of(java, "-jar"), List.of("../bootstrap/target/ashlar.jar")));
        return contenders;
    }

    private static List<String> command(List<String> first, List<String> rest) {
        var command = new ArrayList<>(first);
        command.addAll(rest);
        return command;
    }

    private void measure(String name, List<String> command, Database database) throws IOException {
        try (var ashlar = start(command, database)) {
            times.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add((int) ashlar.startTime().toMillis());
            memory.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(MEASURES ? atRest(ashlar) : ashlar.residentMemory());
        }
    }

    private static Serving start(List<String> command, Database database) throws IOException {
        return Serving.start(command, Map.of(), database, Path.of("target", "start.log"));
    }

    /** Memory that no longer falls: Ashlar returns what only its start needed. */
    private static int atRest(Serving ashlar) {
        var last = new int[] {Integer.MAX_VALUE};
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ofSeconds(10))
                .pollInterval(Duration.ofSeconds(10))
                .until(() -> {
                    int before = last[0];
                    last[0] = ashlar.residentMemory();
                    return last[0] >= before - 1;
                });
        return last[0];
    }

    private String report(Iterable<String> names) {
        var table = new StringBuilder("| | first answer, ms (rounds) | MiB at rest |\n|---|---|---|\n");
        for (var name : names) {
            var sorted = times.get(name).stream().sorted().toList();
            table.append("| %s | %d (%d to %d) | %d |%n"
                    .formatted(name, median(sorted), sorted.getFirst(), sorted.getLast(), median(memory.get(name))));
        }
        return table.toString();
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
