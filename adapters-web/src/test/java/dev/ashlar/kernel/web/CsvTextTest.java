package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(CsvText.quoted("")).isEqualTo("\"\"");
        assertThat(CsvText.quoted("one, two")).isEqualTo("\"one, two\"");
        assertThat(CsvText.quoted("the \"best\"")).isEqualTo("\"the \"\"best\"\"\"");
        assertThat(CsvText.quoted("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(CsvText.quoted("Zażółć 😈")).isEqualTo("\"Zażółć 😈\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void escapesFormulas(String formula) {
        assertThat(CsvText.quoted(formula)).isEqualTo("\"'" + formula + "\"");
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
        assertThat(CsvText.quoted(text.translateEscapes())).isEqualTo('"' + safe.translateEscapes() + '"');
    }

    @Test
    void keepsSignsWithinAText() {
        assertThat(CsvText.quoted("1+1=2; a-b, =")).isEqualTo("\"1+1=2; a-b, =\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30 1", "\t1", "\r1", "a;=1", "a; @SUM", "＝1", "O'Neill", "'tis", "1-1", ""})
    void givesBackTheTextThatItHasQuoted(String text) {
        var quoted = CsvText.quoted(text);
        assertThat(CsvText.withoutApostrophes(quoted.substring(1, quoted.length() - 1)))
                .isEqualTo(text);
    }
}
