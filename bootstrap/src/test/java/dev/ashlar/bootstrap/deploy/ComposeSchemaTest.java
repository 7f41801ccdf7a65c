// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.NodeTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Compose file against the schema of the Compose specification, which DCLint carries. Skipped where npm is missing. */
@Tag("exhaustive")
class ComposeSchemaTest {
    private static final NodeTool DCLINT = new NodeTool("dclint@3.1.0", "dclint");

    @TempDir
    private Path directory;

    @Test
    void fitsTheSchema() throws IOException {
        assertThat(lint(compose())).doesNotContain("invalid-schema");
    }

    @Test
    void wouldNotFitWithAnUnknownField() throws IOException {
        assertThat(lint(compose().replace("working_dir:", "working_directory:")))
                .contains("invalid-schema", "/services/ashlar");
    }

    private static String compose() throws IOException {
        return Files.readString(DeployFiles.DIRECTORY.resolve("compose.yaml"));
    }

    private String lint(String compose) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        var output = directory.resolve("output.txt").toFile();
        DCLINT.run(directory, output, "compose.yaml");
        var told = Files.readString(output.toPath());
        assertThat(told).contains("compose.yaml");
        return told;
    }
}
