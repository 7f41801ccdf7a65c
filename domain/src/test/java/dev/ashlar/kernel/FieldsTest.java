// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void storesTextWithoutBlanksAroundIt() {
        assertThat(Fields.text("/name", "  Ada\n ", 3)).isEqualTo("Ada");
        assertThat(Fields.optionalText("/name", " Ada ", 3)).isEqualTo("Ada");
    }

    @Test
    void takesBlankOptionalTextForAbsent() {
        assertThat(Fields.optionalText("/name", null, 3)).isNull();
        assertThat(Fields.optionalText("/name", " \t", 3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "four", "a\u0007b"})
    void refusesBlankLongAndUnprintableText(String text) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.text("/name", text, 3));
    }

    @Test
    void countsCharactersThatTakeTwoUnitsOnce() {
        assertThat(Fields.text("/name", "\uD83D\uDE00".repeat(3), 3)).hasSize(6);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.text("/name", "\uD83D\uDE00".repeat(4), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u00A0\u3164", "Ada\nLovelace", "Ada\u2028L", "\u202EadA", "\u200D"})
    void refusesNamesThatCannotBeSeenOrTakeMoreThanALine(String name) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.name("/name", name, 20));
    }

    @Test
    void keepsJoinersWithinNames() {
        assertThat(Fields.name("/name", " \u0645\u06CC\u200C\u062E ", 20)).isEqualTo("\u0645\u06CC\u200C\u062E");
        var family = "\uD83D\uDC69\u200D\uD83D\uDCBB \u2764\uFE0F\u200D\uD83D\uDD25";
        assertThat(Fields.name("/name", family, 20)).isEqualTo(family);
        assertThat(Fields.name("/name", "Zoe\u0308 \u2764\uFE0F", 20)).isEqualTo("Zo\u00EB \u2764\uFE0F");
    }

    @Test
    void storesAnEmailAddressAsItWasGiven() {
        assertThat(Fields.email("/email", " Ada@Example.com ")).isEqualTo("Ada@Example.com");
        assertThat(Fields.email("/email", "a".repeat(242) + "@example.com")).hasSize(Fields.MAX_EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ada", "ada@", "ada@example", "a da@example.com", "a@b.c,d@e.f", "\u00e4da@example.com"})
    void refusesInvalidEmailAddresses(String email) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.email("/email", email));
        var tooLong = "a".repeat(243) + "@example.com";
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.email("/email", tooLong));
    }

    @Test
    void keepsLineBreaksAndTabs() {
        assertThat(Fields.text("/body", "a\r\nb\tc", 9)).isEqualTo("a\r\nb\tc");
    }

    @Test
    void keepsBlanksThatMarkdownBeginsWith() {
        assertThat(Fields.markdown("/body", "    code\n\ntext \n", 99)).isEqualTo("    code\n\ntext");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.markdown("/body", " \n ", 99));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.markdown("/body", null, 99));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.markdown("/body", "   four", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org",
        "HTTP://example.org/A?b=%20#c, http://example.org/A?b=%20#c",
        "' https://münchen.example/ü ', https://münchen.example/ü",
        "https://[::1]:8080/, https://[::1]:8080/",
    })
    void storesUrlsOfAnyScriptAndCase(String url, String stored) {
        assertThat(Fields.httpUrl("/url", url, 40)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "javascript://example.org/%0Aalert(1)",
                "example.org",
                "https://",
                "https:///a",
                "https://?a",
                "https://example.org/a b",
                "https://example.org/\"onload=x",
                "https://example.org/'x",
                "https://example.org/<x>",
                "https://example.org/\u00A0x",
                "https://example.org/0123456789012345678901234567890123456789"
            })
    void refusesWhatIsNoUrlOrEndsOneInHtml(String url) {
        assertThat(assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.httpUrl("/url", url, 40)))
                .hasMessageContaining("must be an http or https URL of at most 40 characters");
    }

    @Test
    void demandsTlsOfAnHttpsUrl() {
        assertThat(Fields.httpsUrl("/url", "HTTPS://example.org", 19)).isEqualTo("https://example.org");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.httpsUrl("/url", "http://example.org", 40));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.httpsUrl("/url", "https://example.org", 18));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var refusal = Fields.invalid("/name", "must not be blank");

        assertThat(refusal.detail()).isEqualTo("The value at /name must not be blank.");
        assertThat(refusal.errors()).containsExactly(new DomainException.FieldError("/name", "must not be blank"));
    }

    @Test
    void matchesTheWholeText() {
        var digits = Pattern.compile("[0-9]+");

        assertThat(Fields.matching(digits, "/code", " 12 ", "must be digits")).isEqualTo("12");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.matching(digits, "/code", "12a", "must be digits"));
    }

    @Test
    void knowsTimeZones() {
        assertThat(Fields.timeZone("/timeZone", "Europe/Berlin")).hasToString("Europe/Berlin");
        assertThat(Fields.timeZone("/timeZone", "America/Argentina/Ushuaia")).hasToString("America/Argentina/Ushuaia");
        assertThat(Fields.timeZone("/timeZone", "UTC")).hasToString("UTC");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.timeZone("/timeZone", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mars/Phobos",
                "UTC+02:00",
                "+02:00",
                "Z",
                "GMT0",
                "SystemV/EST5EDT",
                "Etc/GMT+5",
                "EST5EDT",
                "US/Eastern",
                "europe/berlin"
            })
    void refusesZonesThatClientsDoNotKnow(String zone) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.timeZone("/timeZone", zone));
    }

    @Test
    void includesBothBounds() {
        assertThat(Fields.within("/rating", 1, 1, 5)).isEqualTo(1);
        assertThat(Fields.within("/rating", 5, 1, 5)).isEqualTo(5);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.within("/rating", 0, 1, 5));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> Fields.within("/rating", 6, 1, 5));
    }

    @Test
    void namesThePlaceOfTheValue() {
        assertThat(Fields.invalid("/items/0", "is required"))
                .hasMessageContaining("The value at /items/0 is required.");
        assertThat(Fields.invalid("", "must be an object")).hasMessageContaining("The body must be an object.");
    }
}
