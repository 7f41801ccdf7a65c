// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    private Class<?> example() throws Exception {
        var sources = FiveMinutes.write(directory, "dev.ashlar.rules.TestServer.emptyDatabase()");
        FiveMinutes.compile(directory, System.getProperty("java.class.path"), sources);
        var loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass(FiveMinutes.TEST);
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
