// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverTest {
    private static final Path FILE = Path.of("OrderMapper.xml");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.xml; <!-- waive offset-paging: few rows -->",
                "a.sql; -- waive offset-paging: few rows",
                "a.java; // waive offset-paging: few rows",
                "a.java; /** waive offset-paging: few rows */",
                "a.java; * waive offset-paging: few rows",
                "a.yaml; # waive offset-paging: few rows",
            })
    void standsInAnyKindOfComment(String file, String line) throws IOException {
        Files.writeString(directory.resolve(file), "\n  " + line + "\n");

        assertThat(found()).singleElement().satisfies(waiver -> {
            assertThat(waiver.rule()).isEqualTo("offset-paging");
            assertThat(waiver.reason()).isEqualTo("few rows");
            assertThat(waiver.place().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.xml; <!-- waive offset-paging: -->", // without a reason
                "a.sql; SELECT 'waive offset-paging: few rows'", // no comment
                "a.java; // we waive offset-paging: few rows",
                "a.txt; # waive offset-paging: few rows"
            })
    void isNothingElse(String file, String line) throws IOException {
        Files.writeString(directory.resolve(file), line);

        assertThat(found()).isEmpty();
    }

    @Test
    void coversTheElementThatItNamesInAnyFile() throws IOException {
        Files.writeString(directory.resolve("a.sql"), "-- waive deletion-policy shop.orders: no status\n");

        var waiver = found().getFirst();

        assertThat(waiver.reason()).isEqualTo("no status");
        assertThat(waiver.standsAt(Place.of("shop.orders.total"))).isTrue();
        assertThat(waiver.standsAt(Place.of("shop.orders_archive"))).isFalse();
    }

    @Test
    void coversTheWholeFileDirectlyBelowTheMapper() throws IOException {
        Files.writeString(directory.resolve("a.xml"), """
                <mapper namespace="a">
                  <!-- waive offset-paging: few rows -->
                  <!-- waive unstable-order: any order -->

                  <!-- waive mismatched-index: one statement -->
                  <select id="page">
                """);
        var distant = Place.in(directory.resolve("a.xml"), 90, 99, "a.last");

        assertThat(found())
                .filteredOn(waiver -> waiver.standsAt(distant))
                .extracting(Waiver::rule)
                .containsExactly("offset-paging", "unstable-order");
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "9, true", "10, true", "20, true", "21, false"})
    void standsAtTheStatementThatItIsJustAboveOrWithin(int line, boolean stands) {
        var statement = Place.in(FILE, 10, 20, "OrderMapper.page");

        assertThat(new Waiver("offset-paging", Place.in(FILE, line, line, "OrderMapper.xml"), "few")
                        .standsAt(statement))
                .isEqualTo(stands);
        assertThat(new Waiver("offset-paging", Place.in(Path.of("Other.xml"), line, line, "Other.xml"), "few")
                        .standsAt(statement))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"shop.orders, true", "shop.orders.note, true", "shop.orders_old, false", "shop, false"})
    void standsAtWhatBelongsToTheElementThatItNames(String element, boolean stands) {
        var waiver = new Waiver("offset-paging", Place.of("shop.orders"), "few");

        assertThat(waiver.standsAt(Place.of(element))).isEqualTo(stands);
    }

    @Test
    void coversOneRuleOnly() {
        var waiver = new Waiver("offset-paging", Place.of("shop.orders"), "few");
        var breach = new Violation(Place.of("shop.orders"), "skips rows");

        assertThat(waiver.covers(Rule.of("offset-paging", "Paged."), breach)).isTrue();
        assertThat(waiver.covers(Rule.of("unstable-order", "Ordered."), breach)).isFalse();
    }

    private List<Waiver> found() {
        return WaiverComments.under(List.of(directory)).waivers();
    }
}
