// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(Csv.quoted("")).isEqualTo("\"\"");
        assertThat(Csv.quoted("one, two")).isEqualTo("\"one, two\"");
        assertThat(Csv.quoted("the \"best\"")).isEqualTo("\"the \"\"best\"\"\"");
        assertThat(Csv.quoted("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(Csv.quoted("Zażółć 😈")).isEqualTo("\"Zażółć 😈\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void escapesFormulas(String formula) {
        assertThat(Csv.quoted(formula)).isEqualTo("\"'" + formula + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a;=1+1    | a;'=1+1
            a; @SUM   | a;' @SUM
            ;＝1;-1   | ;'＝1;'-1
            a\\t+1     | a\\t'+1
            a\\r\\n=1   | a\\r\\n'=1
            \\t=1      | '\\t'=1
            """)
    void escapesFormulasInCellsOfOtherSeparators(String text, String safe) {
        assertThat(Csv.quoted(text.translateEscapes())).isEqualTo('"' + safe.translateEscapes() + '"');
    }

    @Test
    void keepsSignsWithinAText() {
        assertThat(Csv.quoted("1+1=2; a-b, =")).isEqualTo("\"1+1=2; a-b, =\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30 1", "\t1", "\r1", "a;=1", "a; @SUM", "＝1", "O'Neill", "'tis", "1-1", ""})
    void givesBackTheTextThatItHasQuoted(String text) {
        var quoted = Csv.quoted(text);
        assertThat(Csv.withoutApostrophes(quoted.substring(1, quoted.length() - 1)))
                .isEqualTo(text);
    }
}
