// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Lifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Generated parts of {@code docs/}, between {@code <!-- generated: name -->} and {@code <!-- end -->}. A run of the test with {@code
 * -Dashlar.docs=write} writes them.
 */
public final class GeneratedDocs {
    private static final Path DOCS = Path.of("..", "docs");

    private GeneratedDocs() {}

    /** Asserts that the page shows the current diagram of the lifecycle. */
    public static void assertShows(String page, String name, Lifecycle<?> lifecycle) {
        assertShows(DOCS.resolve(page), name, "```mermaid\n" + lifecycle.diagram() + "```\n");
    }

    static void assertShows(Path page, String name, String generated) {
        try {
            var text = Files.readString(page);
            var begin = "<!-- generated: " + name + " -->\n";
            int from = text.indexOf(begin) + begin.length();
            int until = text.indexOf("<!-- end -->", from);
            assertThat(text).as("%s has a part for %s", page, name).contains(begin);
            assertThat(until).as("end of %s in %s", name, page).isPositive();
            if ("write".equals(System.getProperty("ashlar.docs"))) {
                Files.writeString(page, text.substring(0, from) + generated + text.substring(until));
                return;
            }
            assertThat(text.substring(from, until))
                    .as("%s is out of date: run this test with -Dashlar.docs=write", page)
                    .isEqualTo(generated);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
