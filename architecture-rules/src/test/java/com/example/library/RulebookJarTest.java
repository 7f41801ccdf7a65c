// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ashlar.rules.TestServer;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged library in a project on Java 17. Runs in the verify phase. */
class RulebookJarTest {
    private static final int JAVA_17 = 61;
    private static final String EMPTY_DATABASE = """
            new org.postgresql.ds.PGSimpleDataSource() {{
                        setUrl(System.getProperty("database"));
                    }}""";
    private static final Path SOURCES = Path.of("src/test/java/com/example/library");

    @TempDir
    private Path directory;

    @Test
    void everyClassRunsOnJava17() throws IOException {
        try (var jar = new JarFile(jar().toFile())) {
            var classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(type ->
                            assertThat(version(jar, type)).as(type.getName()).isEqualTo(JAVA_17));
        }
    }

    /** Its dependencies run on Java 17, too. */
    @Test
    @Tag("exhaustive")
    void theFiveMinutesOfTheReadmeRunOnJava17() throws IOException, InterruptedException {
        var java = java17();
        assumeThat(java).as("a Java 17 to run a project on").isPresent();
        var sources = new ArrayList<>(FiveMinutes.write(directory, EMPTY_DATABASE));
        sources.addAll(List.of(SOURCES.resolve("Loan.java"), SOURCES.resolve("LoanMapper.java")));
        FiveMinutes.compile(directory, classPath(), sources, "--release", "17");

        assertThat(run(java.orElseThrow()))
                .startsWith("1 ")
                .contains("LoanMapper.extend")
                .doesNotContain("the check itself fails", "UnsupportedClassVersionError");

        assertThat(run(java.orElseThrow(), "-Drulebook.baseline.write=true")).contains("tests successful");
        assertThat(run(java.orElseThrow())).startsWith("0 ");
    }

    private static Path jar() throws IOException {
        try (var built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName()
                            .toString()
                            .matches("ashlar-architecture-rules-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int version(JarFile jar, JarEntry type) {
        try (var in = new DataInputStream(jar.getInputStream(type))) {
            in.readInt(); // magic number
            in.readUnsignedShort(); // minor version
            return in.readUnsignedShort();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns a Java 17 that is installed beside this Java. */
    private static Optional<Path> java17() throws IOException {
        try (var installed =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            return installed
                    .filter(RulebookJarTest::isJava17)
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static boolean isJava17(Path home) {
        try (var facts = Files.lines(home.resolve("release"))) {
            return facts.anyMatch(fact -> fact.startsWith("JAVA_VERSION=\"17"));
        } catch (IOException | UncheckedIOException noJava) {
            return false;
        }
    }

    /** The library from its jar, and all that it depends on. */
    private String classPath() throws IOException {
        var dependencies = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"));
        return Stream.concat(Stream.of(directory.toString(), jar().toString()), dependencies)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs the tests on a new database as JUnit's console does, and returns the exit code, a space and the output. */
    private String run(Path java, String... properties) throws IOException, InterruptedException {
        var database = (PGSimpleDataSource) TestServer.emptyDatabase();
        var url = database.getUrl() + "&user=" + database.getUser() + "&password=" + database.getPassword();
        var command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Ddatabase=" + url));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", classPath(), "org.junit.platform.console.ConsoleLauncher", "execute"));
        command.addAll(List.of("--disable-banner", "--disable-ansi-colors", "--select-class", FiveMinutes.TEST));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
