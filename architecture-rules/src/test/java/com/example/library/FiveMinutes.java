// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Project of the README's five minutes in a directory: its test class, and a mapper and migrations of the library. */
final class FiveMinutes {
    /** Name of the test class. */
    static final String TEST = "RulebookTest";

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path RESOURCES = Path.of("src/test/resources/com/example/library");

    private FiveMinutes() {}

    /**
     * Writes the project.
     *
     * @param emptyDatabase expression that makes a data source, in place of the embedded server of the README
     * @return the sources to compile
     */
    static List<Path> write(Path directory, String emptyDatabase) throws IOException {
        var java = JAVA.matcher(Files.readString(Path.of("README.md")));
        assertThat(java.find()).isTrue();
        var test = java.group(1)
                .replaceAll("import io.zonky.*\n", "")
                .replace("EmbeddedPostgres.start().getPostgresDatabase()", emptyDatabase)
                .replace("src/main/resources", directory.toString())
                .replace(
                        "rulebook-baseline.txt",
                        directory.resolve("rulebook-baseline.txt").toString());
        Files.copy(RESOURCES.resolve("LoanMapper.xml"), directory.resolve("LoanMapper.xml"));
        var migrations = Files.createDirectories(directory.resolve("db/migration"));
        try (var files = Files.list(RESOURCES.resolve("flyway"))) {
            for (var file : files.toList()) {
                Files.copy(file, migrations.resolve(file.getFileName()));
            }
        }
        return List.of(Files.writeString(directory.resolve(TEST + ".java"), test));
    }

    /** Compiles sources into a directory. */
    static void compile(Path directory, String classPath, List<Path> sources, String... options) {
        var arguments =
                new ArrayList<>(List.of("-proc:none", "-parameters", "-d", directory.toString(), "-cp", classPath));
        arguments.addAll(List.of(options));
        sources.forEach(source -> arguments.add(source.toString()));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).isZero();
    }
}
