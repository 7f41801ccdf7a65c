// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFixturesTest {
    @Test
    void readsEachRow() {
        assertThat(read("""
                [
                  {"name": "One", "price": {"amount": "1.50", "currency": "EUR"}},
                  {"name": "Two", "price": {"amount": "2", "currency": "JPY"}}
                ]"""))
                .containsExactly(new Row("One", Money.of("1.50", "EUR")), new Row("Two", Money.of("2", "JPY")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": " ", "price": {"amount": "1", "currency": "EUR"}}           | rows.json, line 3, /name:
            {"price": {"amount": "1", "currency": "EUR"}}                        | rows.json, line 3
            {"name": null, "price": {"amount": "1", "currency": "EUR"}}          | rows.json, line 3
            {"name": "X", "price": {"amount": "x", "currency": "EUR"}}           | rows.json, line 3, /price/amount:
            {"name": "X", "price": {"amount": "1", "currency": "euro"}}          | rows.json, line 3, /price:
            {"name": "X", "price": {"amount": "1", "currency": "EUR"}, "x": 1}   | rows.json, line 3, /x:
            {"name": "X", "name": "Y", "price": {"amount": "1", "currency": "EUR"}} | rows.json, line 3
            {"name": "X"                                                         | rows.json, line
            "X"                                                                  | rows.json, line 3:
            """)
    void namesTheLineAndTheFieldOfABrokenRow(String row, String place) {
        var text = """
                [
                  {"name": "One", "price": {"amount": "1.50", "currency": "EUR"}},
                  %s
                ]""".formatted(row);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(place);
    }

    @Test
    void refusesAFileThatIsNoArrayOrMissing() {
        assertThatThrownBy(() -> read("{}")).hasMessageStartingWith("rows.json, line 1: must be an array");
        assertThatThrownBy(() -> read("[] []")).hasMessageContaining("must end after the array");
        assertThatThrownBy(() -> JsonFixtures.read(JsonFixturesTest.class, "missing.json", Row.class))
                .hasMessageContaining("missing.json is missing");
    }

    private static List<Row> read(String text) {
        return JsonFixtures.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rows.json", Row.class);
    }

    record Row(String name, Money price) {
        Row {
            name = Fields.name("/name", name, 10);
        }
    }
}
