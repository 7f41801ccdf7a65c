// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A context is removed by deleting its files and added by adding files; both are tried on a copy of the sources. */
@Tag("exhaustive")
class GrowthTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-persistence", "adapters-web", "demo", "bootstrap");
    /** Modules whose tests the journeys run with, and those whose test beans must not be among theirs. */
    private static final List<String> JOURNEY_TESTS = List.of("domain", "adapters-persistence", "bootstrap");

    private static final List<String> OTHER_TESTS = List.of("application", "adapters-web");
    private static final String JOURNEYS = "dev.ashlar.bootstrap.journey.";

    /** Beginnings of the paths of two contexts, which have nothing to do with each other, and of the console, which shows one of them. */
    private static final List<String> CONTEXTS = List.of(
            "dev/ashlar/operations",
            "db/changelog/operations",
            "dev/ashlar/bootstrap/journey/Operations",
            "dev/ashlar/bootstrap/benchmark/Operations",
            "dev/ashlar/bootstrap/demo/DemoMetadata",
            "dev/ashlar/console",
            "dev/ashlar/bootstrap/journey/Console",
            "dev/ashlar/sync",
            "db/changelog/sync",
            "db/changelog/mrlearn",
            "db/changelog/mrtest",
            "dev/ashlar/bootstrap/journey/Sync",
            "dev/ashlar/bootstrap/catalogue/FakeCatalogueConfiguration");

    @TempDir
    private Path copy;

    @TempDir
    private Path removed;

    @BeforeEach
    void copySources() throws IOException {
        for (var module : MODULES) {
            FileSystemUtils.copyRecursively(
                    ROOT.resolve(module).resolve("src"), copy.resolve(module).resolve("src"));
        }
    }

    @Test
    void contextsAreRemovedAndPutBackByTheirFilesAlone() throws IOException, InterruptedException {
        for (var prefix : CONTEXTS) {
            remove(prefix);
        }
        assertTheRestWorks();

        FileSystemUtils.copyRecursively(removed, copy);
        FileSystemUtils.deleteRecursively(copy.resolve("target"));
        assertTheRestWorks();
    }

    private void assertTheRestWorks() throws IOException, InterruptedException {
        compile();
        assertPasses(JOURNEYS + "DocumentedProblemsJourney", "whatIsDocumentedIsWhatIsProvoked");
        assertPasses("dev.ashlar.bootstrap.OperationJourney", "wiresEveryPartOnce");
    }

    @Test
    void aContextWorksWhereItsFilesAreAdded() throws IOException, InterruptedException {
        var example = ROOT.resolve("examples/bookmarks/src/main");
        FileSystemUtils.copyRecursively(
                example.resolve("resources"), copy.resolve("adapters-persistence/src/main/resources"));
        add(example, "", "domain");
        add(example, "domain", "domain");
        add(example, "application", "application");
        add(example, "persistence", "adapters-persistence");
        add(example, "web", "adapters-web");
        compile();
        assertPasses(JOURNEYS + "ApiDescriptionJourney", "describesEveryOperationInFull");
        assertPasses("dev.ashlar.bootstrap.OperationJourney", "wiresEveryPartOnce");
        assertPasses("dev.ashlar.bootstrap.OperationJourney", "schedulesEveryJob");
    }

    private void add(Path example, String layer, String module) throws IOException {
        var cell = Path.of("java/dev/ashlar/bookmarks", layer);
        var target = copy.resolve(module).resolve("src/main").resolve(cell);
        Files.createDirectories(target);
        try (var files = Files.list(example.resolve(cell))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private void remove(String prefix) throws IOException {
        var files = files(copy).filter(file -> file.toString().contains(prefix)).toList();
        assertThat(files).as(prefix).isNotEmpty();
        for (var file : files) {
            var kept = removed.resolve(copy.relativize(file));
            Files.createDirectories(kept.getParent());
            Files.move(file, kept);
        }
    }

    /** Compiles all modules at once: their order is Maven's matter. */
    private void compile() throws IOException {
        compile("main", MODULES, classes("main"), libraries());
        compile("test", JOURNEY_TESTS, classes("test"), classes("main") + File.pathSeparator + libraries());
        var seen = List.of(classes("test").toString(), classes("main").toString(), libraries());
        compile("test", OTHER_TESTS, classes("other-test"), String.join(File.pathSeparator, seen));
    }

    private void compile(String set, List<String> modules, Path output, String classPath) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = modules.stream()
                    .map(module ->
                            copy.resolve(module).resolve("src").resolve(set).resolve("java"))
                    .filter(Files::exists)
                    .flatMap(GrowthTest::files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            var options = List.of("-proc:none", "-nowarn", "-parameters", "-d", output.toString(), "-cp", classPath);
            var units = manager.getJavaFileObjectsFromPaths(sources);
            boolean compiled = compiler.getTask(messages, manager, null, options, null, units)
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        for (var module : modules) {
            var resources = copy.resolve(module).resolve("src").resolve(set).resolve("resources");
            if (Files.exists(resources)) {
                FileSystemUtils.copyRecursively(resources, output);
            }
        }
    }

    private Path classes(String set) {
        return copy.resolve("target").resolve(set + "-classes");
    }

    private void assertPasses(String test, String method) throws IOException, InterruptedException {
        var log = copy.resolve("run.log");
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        var classPath = Stream.of(classes("test").toString(), classes("main").toString(), libraries())
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", classPath, OneTest.class.getName(), test, method));
        var process = new ProcessBuilder(command)
                .directory(copy.resolve("bootstrap").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(log)).isEqualTo(OneTest.PASSED);
    }

    /** The class path of this test without Ashlar's own modules; the rulebook is no part of the copy. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("architecture-rules")
                        || MODULES.stream().noneMatch(module -> isOf(module, entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOf(String module, String entry) {
        return entry.startsWith(ROOT.resolve(module) + File.separator) || entry.contains("ashlar-" + module);
    }

    private static Stream<Path> files(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
