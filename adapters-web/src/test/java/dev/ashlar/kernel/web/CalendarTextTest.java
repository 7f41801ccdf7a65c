// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {
    @Test
    void foldsLongLinesBetweenCharacters() {
        var line = "DESCRIPTION:" + "ä😈x".repeat(60);

        var folded = CalendarText.folded(line);

        assertThat(folded.split("\r\n", -1))
                .hasSizeGreaterThan(5)
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
        assertThat(CalendarText.folded("x".repeat(75))).hasSize(75);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mira Keller     | "Mira Keller"
            Mira "Mi" K.    | "Mira ^'Mi^' K."
            a^b;c:d,e       | "a^^b;c:d,e"
            """)
    void quotesNamesOfParticipants(String name, String quoted) {
        assertThat(CalendarText.quoted(name)).isEqualTo(quoted);
    }
}
