// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises to projects that are not Ashlar. */
class AdoptionTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void eachPackageSaysHowFarItMayChange() throws IOException {
        assertThat(sources("package-info\\.java"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(read(file)).contains("@API(status = API.Status."));
    }

    @Test
    void onlyWhatMakesTestsKnowsJUnit() throws IOException {
        assertThat(sources("[A-Z].*\\.java"))
                .filteredOn(file -> read(file).contains("import org.junit."))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("Report.java", "Rulebook.java");
    }

    @Test
    void theReadmeNamesTheVersionOfTheModule() throws IOException {
        var version = Files.readString(Path.of("pom.xml")).split("<version>")[2].split("</version>")[0];

        assertThat(Path.of("README.md")).content().contains("<version>" + version + "</version>");
        assertThat(Path.of("CHANGELOG.md")).content().contains("## " + version.replace("-SNAPSHOT", ""));
        assertThat(Path.of("../pom.xml")).content().contains("<rulebook.version>" + version + "</rulebook.version>");
    }

    private static List<Path> sources(String name) throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
