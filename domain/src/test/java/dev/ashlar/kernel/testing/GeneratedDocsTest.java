// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "ashlar.docs", matches = "write")
class GeneratedDocsTest {
    @TempDir
    private Path docs;

    @Test
    void passesOnlyIfTheFileIsUpToDate() throws IOException {
        var page = Files.writeString(docs.resolve("page.md"), "# Page\n<!-- generated: door -->\nnew\n<!-- end -->\n");
        assertThatCode(() -> GeneratedDocs.assertShows(page, "door", "new\n")).doesNotThrowAnyException();
        assertThatThrownBy(() -> GeneratedDocs.assertShows(page, "door", "newer\n"))
                .hasMessageContaining("out of date");
        assertThatThrownBy(() -> GeneratedDocs.assertShows(page, "window", "new\n"))
                .hasMessageContaining("has a part for window");
    }
}
