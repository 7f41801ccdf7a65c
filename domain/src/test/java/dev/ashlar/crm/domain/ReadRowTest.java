// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRowTest {
    @Test
    void readsARow() {
        var row = read(" Ada  ", "ada@example.com", "+4930123456", "fair-2026");

        assertThat(row)
                .isEqualTo(new ReadRow(
                        7,
                        new LeadContact("Ada", "ada@example.com", "+4930123456", "+4930123456"),
                        "fair-2026",
                        List.of()));
        assertThat(row.isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, ada@example.com, -, fair, name: must not be blank",
                "Ada, ada, -, fair, email: must be an email address of ASCII characters",
                "Ada, -, -, fair, email: must not be null without a phone number",
                "Ada, a@example.com, -, -, 'source: must be lower case words, joined by hyphens'",
                "Ada, a@example.com, -, The Fair, 'source: must be lower case words, joined by hyphens'"
            })
    void tellsEachProblem(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String source,
            String text) {
        assertThat(read(name, email, phone, source).problems())
                .extracting(problem -> problem.field() + ": " + problem.message())
                .containsExactly(text);
    }

    @Test
    void tellsProblemsOfSeveralColumns() {
        assertThat(read(null, null, null, null).problems())
                .extracting(RowProblem::field)
                .contains("source")
                .hasSize(2);
    }

    @Test
    void requiresAValidPhoneNumberWithoutAnEmailAddress() {
        assertThat(read("Ada", null, "030 123", "fair").problems())
                .extracting(RowProblem::field)
                .containsExactly("phone");
        assertThat(read("Ada", "ada@example.com", "030 123", "fair").isValid()).isTrue();
    }

    @Test
    void findsColumnsWhateverTheirSpelling() {
        assertThat(ImportColumn.find(" E-Mail ")).isEqualTo(ImportColumn.EMAIL);
        assertThat(ImportColumn.find("PHONE")).isEqualTo(ImportColumn.PHONE);
        assertThat(ImportColumn.find("first name")).isNull();
        assertThat(ImportColumn.find("")).isNull();
    }

    private static ReadRow read(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String source) {
        return ReadRow.of(new ImportedRow(7, new RowFields(name, email, phone, source), null), Prospects.NUMBERS);
    }
}
