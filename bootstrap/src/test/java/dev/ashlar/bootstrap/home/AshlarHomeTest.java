// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class AshlarHomeTest {
    @TempDir
    private Path temp;

    @Test
    void aSecretIsDrawnOnce() {
        var home = new AshlarHome(temp.resolve("home"));
        assertThat(home.secret("one")).hasSize(43).isEqualTo(home.secret("one")).isNotEqualTo(home.secret("two"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayLook() throws IOException {
        var home = new AshlarHome(temp.resolve("home"));
        home.secret("one");
        assertThat(permissions(home.directory())).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("one"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void oneAtATimeLocksIt() throws IOException {
        var home = new AshlarHome(temp);
        try (var _ = HomeLock.take(home)) {
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        Files.writeString(home.resolve("lock"), "1\n"); // what a crash leaves behind: a file that nobody locks
        HomeLock.take(home).close();
        assertThat(home.resolve("lock"))
                .content()
                .isEqualToIgnoringNewLines("" + ProcessHandle.current().pid());
    }

    @Test
    void theJwtSecretOfTheEnvironmentWins() {
        var environment = environment().withProperty("ASHLAR_JWT_SECRET", "from the environment");
        process(environment);
        assertThat(environment.getProperty("ashlar.security.jwt-secret")).isEqualTo("from the environment");
        assertThat(temp.resolve("jwt-secret")).doesNotExist();
    }

    @Test
    void theJwtSecretIsKeptForDevelopment() {
        var environment = environment();
        process(environment);
        assertThat(temp.resolve("jwt-secret")).as("before anybody asks").doesNotExist();
        assertThat(environment.getProperty("ashlar.security.jwt-secret")).hasSize(43);
        var restarted = environment();
        process(restarted);
        assertThat(restarted.getProperty("ashlar.security.jwt-secret"))
                .isEqualTo(environment.getProperty("ashlar.security.jwt-secret"));
    }

    @Test
    void productionGetsNoJwtSecretOfItsOwn() {
        var environment = environment();
        environment.setActiveProfiles("prod");
        process(environment);
        assertThat(environment.getProperty("ashlar.security.jwt-secret")).isNull();
    }

    private MockEnvironment environment() {
        return new MockEnvironment().withProperty("ashlar.home", temp.toString());
    }

    private static void process(MockEnvironment environment) {
        new JwtSecret().postProcessEnvironment(environment, new SpringApplication());
    }
}
