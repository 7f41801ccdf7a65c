// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.DomainException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void readsLinesHoweverTheyArrive(int atOnce) throws IOException {
        assertThat(lines(slowly("a\nbc\n\nd", atOnce))).containsExactly("a", "bc", "", "d");
        assertThat(lines(slowly("a\n", atOnce))).containsExactly("a");
        assertThat(lines(slowly("\n", atOnce))).containsExactly("");
        assertThat(lines(slowly("", atOnce))).isEmpty();
    }

    @Test
    void readsManyLongLines() throws IOException {
        var line = "x".repeat(JsonLines.MAX_LINE);
        assertThat(lines(body(line + "\n" + line + "\n" + line))).containsExactly(line, line, line);
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertRefused("/2", body("x\n" + "x".repeat(JsonLines.MAX_LINE + 1)));
        assertRefused("/1", body("x".repeat(JsonLines.MAX_LINE + 1) + "\n"));
    }

    @Test
    void refusesTooManyLines() throws IOException {
        assertThat(lines(body("x\n".repeat(JsonLines.MAX_LINES)))).hasSize(JsonLines.MAX_LINES);
        assertRefused("/10001", body("x\n".repeat(JsonLines.MAX_LINES + 1)));
    }

    private static void assertRefused(String pointer, InputStream body) {
        assertThatThrownBy(() -> lines(body))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.errors().getFirst().pointer())
                                .isEqualTo(pointer));
    }

    private static List<String> lines(InputStream body) throws IOException {
        var lines = new JsonLines(body);
        var read = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            read.add(new String(line, StandardCharsets.UTF_8));
            assertThat(lines.number()).isEqualTo(read.size());
        }
        return read;
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream slowly(String text, int atOnce) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(atOnce, length));
            }
        };
    }
}
