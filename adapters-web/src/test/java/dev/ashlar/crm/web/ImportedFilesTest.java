// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.crm.application.ImportedFile;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.kernel.DomainException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ImportedFilesTest {
    private static final String HEADER = "name,email,phone,source\n";
    private static final RowFields ZOE = new RowFields("Zoë", "zoe@example.org", "+49 30 1", "fair");

    @Test
    void readsCsv() {
        assertThat(csv(HEADER + "Zoë,zoe@example.org,+49 30 1,fair\n")).containsExactly(new ImportedRow(1, ZOE, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void detectsTheSeparator(String separator) {
        var file =
                "\"Na,me\"|email|source|PHONE\r\n".replace("Na,me", "name") + "Zoë|zoe@example.org|fair|+49 30 1\r\n";

        assertThat(csv(file.replace("|", separator))).containsExactly(new ImportedRow(1, ZOE, null));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8, ''",
        "utf-8, UTF-8, BOM",
        "'', UTF-8, BOM",
        "UTF-16, UTF-16, ''",
        "utf-16, UTF-16LE, BOM",
        "utf-16le, UTF-16LE, ''",
        "utf-16le, UTF-16LE, BOM",
        "utf-16be, UTF-16BE, ''",
        "windows-1252, windows-1252, ''",
        "'\"Windows-1252\"', windows-1252, ''"
    })
    void decodesTheCharsetOfTheHeader(String declared, String encoding, String mark) {
        var text = mark.replace("BOM", "\uFEFF") + HEADER + "Zoë,zoe@example.org,+49 30 1,fair\n";
        var type = declared.isEmpty() ? "text/csv" : "text/csv;charset=" + declared;

        assertThat(rows(file(text.getBytes(Charset.forName(encoding)), type, null)))
                .containsExactly(new ImportedRow(1, ZOE, null));
    }

    @Test
    void refusesBytesThatAreNoText() {
        var latin = (HEADER + "Zoë,a@example.org,,fair\n").getBytes(StandardCharsets.ISO_8859_1);

        assertUnreadable(() -> rows(file(latin, "text/csv", null)), "The file is not valid UTF-8");
        assertUnreadable(() -> rows(file(latin, "application/jsonl", null)), "The file is not valid UTF-8");
        assertUnreadable(() -> rows(file(latin, "text/csv;charset=utf-16le", null)), "The");
        assertUnreadable(() -> file(latin, "text/csv;charset=iso-8859-7", null), "The charset is not known");
        var early = "\u00EB,email".getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(() -> rows(file(early, "text/csv", null)), "The file is not valid UTF-8");
    }

    @Test
    void readsQuotesAndLineBreaksInCells() {
        var text = HEADER + "\"Zoë \"\"Z\"\"\r\nKing, Dr.\",a@example.org,,fair\n\n\nb,b@example.org,,fair";

        assertThat(csv(text)).extracting(row -> row.fields().name()).containsExactly("Zoë \"Z\"\r\nKing, Dr.", "b");
    }

    @Test
    void takesApostrophesOfAnExportAway() {
        assertThat(csv(HEADER + "\"'=1+1\",a@example.org,\"'+49 30 1\",fair\n"))
                .extracting(ImportedRow::fields)
                .containsExactly(new RowFields("=1+1", "a@example.org", "+49 30 1", "fair"));
    }

    @Test
    void addsTheDefaultSource() {
        var rows = rows(file(bytes("name,email\nA,a@example.org\n"), "text/csv", "web"));
        assertThat(rows).extracting(row -> row.fields().source()).containsExactly("web");
        var some = rows(file(bytes("name,email,source\nA,a@b.org,fair\nB,b@b.org, \n"), "text/csv", "web"));
        assertThat(some).extracting(row -> row.fields().source()).containsExactly("fair", "web");
    }

    @Test
    void refusesRaggedRowsAndASecondHeader() {
        var rows = csv(
                HEADER + "A,a@example.org\nB,b@example.org,,fair,x\nname,email,phone,source\nC,c@example.org,,fair\n");

        assertThat(rows)
                .extracting(
                        row -> row.problems() == null ? null : row.problems().all())
                .containsExactly(
                        List.of(new RowProblem("", "has 2 cells, but the header has 4")),
                        List.of(new RowProblem("", "has 5 cells, but the header has 4")),
                        List.of(new RowProblem("", "is the header again")),
                        null);
        assertThat(rows.getFirst().fields().email()).isEqualTo("a@example.org");
    }

    @Test
    void refusesHeadersThatAreNone() {
        assertUnreadable(() -> csv(""), "The file is empty");
        assertUnreadable(() -> csv("\n\n"), "The file is empty");
        assertUnreadable(
                () -> csv(HEADER + "A,a@b.org,,fair\n\"B\"B,b@b.org,,fair\n"),
                "The row in line 3 cannot be read as CSV");
        assertUnreadable(() -> csv("first,second\n1,2\n"), "The header has no column name");
        assertUnreadable(() -> csv("name,source\n1,2\n"), "The header has no column name");
        assertUnreadable(() -> csv("name,email,e-mail\n1,2,3\n"), "The column email is in the header twice");
    }

    @Test
    void ignoresOtherColumns() {
        var many = IntStream.range(0, 251).mapToObj(number -> "c" + number).collect(Collectors.joining(","));
        var file = file(
                bytes("name," + many + ",email,phone,source\nA," + many + ",a@example.org,,fair\n"), "text/csv", null);

        assertThat(rows(file))
                .containsExactly(new ImportedRow(1, new RowFields("A", "a@example.org", null, "fair"), null));
        assertThat(file.columns()).hasSize(255).startsWith("name", "c0");
    }

    @Test
    void cutsCellsThatAreTooLong() {
        var long10Mb = "x".repeat(10_000_000);
        var rows = csv(HEADER + long10Mb + ",a@example.org,,fair\nB," + long10Mb + ",,fair\nC,c@example.org,,fair\n");

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().fields().name()).hasSize(RowFields.MAX);
        assertThat(rows.get(1).problems().all())
                .containsExactly(new RowProblem("email", "must be at most 1000 characters"));
        assertThat(rows.get(2).problems()).isNull();
    }

    @Test
    void takesAnUnclosedQuoteForALongCell() {
        var rows = csv(HEADER + "\"A,a@example.org,,fair\n" + "B,b@example.org,,fair\n".repeat(200));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().problems().all()).isNotEmpty();
    }

    @Test
    void replacesCharactersThatCannotBeStored() {
        var rows = csv(HEADER + "A\u0000B,a@example.org,,fair\n");

        assertThat(rows.getFirst().fields().name()).isEqualTo("A\uFFFDB");
        assertThat(rows.getFirst().problems().all())
                .containsExactly(new RowProblem("name", "must be printable characters"));
    }

    @Test
    void readsJsonLines() {
        var file = """
                {"name": "Zoë", "E-Mail": "zoe@example.org", "phone": "+49 30 1", "source": "fair", "age": {"of": 7}}

                {"name": "\\ud800", "email": ["a"], "phone": 17, "source": null}
                [1]
                {"name":
                nothing
                """;
        var rows = rows(file(bytes(file.replace("\n", "\r\n")), "application/x-ndjson", "web"));

        assertThat(rows.getFirst()).isEqualTo(new ImportedRow(1, ZOE, null));
        assertThat(rows.get(1).fields()).isEqualTo(new RowFields("\uFFFD", null, "17", "web"));
        assertThat(rows.subList(1, 5))
                .extracting(row -> row.problems().all())
                .containsExactly(
                        List.of(
                                new RowProblem("name", "must be printable characters"),
                                new RowProblem("email", "must be a text")),
                        List.of(new RowProblem("", "must be a JSON object")),
                        List.of(new RowProblem("", "is not valid JSON")),
                        List.of(new RowProblem("", "is not valid JSON")));
    }

    @Test
    void refusesLinesThatAreTooLong() {
        var rows = rows(file(
                bytes("{\"name\":\"" + "x".repeat(10_000_000) + "\"}\n{\"name\":\"B\"}"), "application/jsonl", null));

        assertThat(rows.getFirst().problems().all())
                .containsExactly(new RowProblem("", "must be at most 65536 characters"));
        assertThat(rows.get(1).fields().name()).isEqualTo("B");
    }

    @Test
    void hashesTheWholeFile() {
        var file = file(bytes(HEADER + "A,a@example.org,,fair\n"), "text/csv", null);
        rows(file);
        var same = file(bytes(HEADER + "A,a@example.org,,fair\n"), "text/csv", null);
        rows(same);

        assertThat(file.sha256()).matches("[0-9a-f]{64}").isEqualTo(same.sha256());
    }

    private static void assertUnreadable(Runnable reading, String detail) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.type()).isEqualTo(CrmProblem.FILE_UNREADABLE);
            assertThat(refused.detail()).startsWith(detail);
        });
    }

    private static List<ImportedRow> csv(String text) {
        return rows(file(bytes(text), "text/csv;charset=UTF-8", null));
    }

    private static ImportedFile file(byte[] bytes, String contentType, String source) {
        var text = new ImportText(new ByteArrayInputStream(bytes), contentType);
        return contentType.startsWith("text/csv")
                ? new CsvFile(text, source)
                : new JsonLinesFile(text, source, JsonMapper.shared());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ImportedRow> rows(ImportedFile file) {
        var rows = new ArrayList<ImportedRow>();
        file.columns();
        file.rows().forEachRemaining(rows::add);
        return rows;
    }
}
