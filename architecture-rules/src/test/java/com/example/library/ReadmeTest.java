// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Follows the five minutes of the README with the library's files. */
@Tag("exhaustive")
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void findsTheDefects_thenOnlyNewOnes() throws Exception {
        var example = example();

        assertThat(failures(example)).anySatisfy(message -> assertThat(message).contains("LoanMapper.extend"));

        System.setProperty("rulebook.baseline.write", "true");
        failures(example);
        System.clearProperty("rulebook.baseline.write");

        assertThat(failures(example)).isEmpty();
        assertThat(directory.resolve("rulebook-baseline.txt")).content().contains("LoanMapper.extend");
    }

    /** The test class of the README, with this directory for that of a project, and the server of this module. */
    private Class<?> example() throws Exception {
        var java = JAVA.matcher(Files.readString(Path.of("README.md")));
        assertThat(java.find()).isTrue();
        var source = java.group(1)
                .replaceAll("import io.zonky.*\n", "")
                .replace(
                        "EmbeddedPostgres.start().getPostgresDatabase()", "dev.ashlar.rules.TestServer.emptyDatabase()")
                .replace("src/main/resources", directory.toString())
                .replace(
                        "rulebook-baseline.txt",
                        directory.resolve("rulebook-baseline.txt").toString());
        var library = Path.of("src/test/resources/com/example/library");
        Files.copy(library.resolve("LoanMapper.xml"), directory.resolve("LoanMapper.xml"));
        var migrations = Files.createDirectories(directory.resolve("db/migration"));
        try (var files = Files.list(library.resolve("flyway"))) {
            for (var file : files.toList()) {
                Files.copy(file, migrations.resolve(file.getFileName()));
            }
        }
        var written = directory.resolve("RulebookTest.java");
        Files.writeString(written, source);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), written.toString());
        assertThat(failed).isZero();
        var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass("RulebookTest");
    }

    private static List<String> failures(Class<?> example) throws Exception {
        var constructor = example.getDeclaredConstructor();
        constructor.setAccessible(true);
        var method = example.getDeclaredMethod("everyRuleHolds");
        method.setAccessible(true);
        return ((Stream<?>) method.invoke(constructor.newInstance()))
                .flatMap(node -> tests((DynamicNode) node))
                .<String>mapMulti((test, message) -> {
                    try {
                        test.getExecutable().execute();
                    } catch (AssertionError failed) {
                        message.accept(failed.getMessage());
                    } catch (Throwable aborted) {
                        assertThat(aborted).isInstanceOf(TestAbortedException.class);
                    }
                })
                .toList();
    }

    private static Stream<DynamicTest> tests(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(ReadmeTest::tests)
                : Stream.of((DynamicTest) node);
    }
}
