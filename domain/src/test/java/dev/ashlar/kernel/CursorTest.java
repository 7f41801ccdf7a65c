// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String LIST = "wallet.usages";

    @Property
    void readsBackANumber(@ForAll long key) {
        assertThat(Cursor.parse(Cursor.of(LIST, key).text()).longKey(LIST)).isEqualTo(key);
    }

    @Property
    void readsBackAnId(@ForAll long high, @ForAll long low) {
        var id = new UserId(new UUID(high, low));

        assertThat(Cursor.parse(Cursor.of(LIST, id).text()).uuidKey(LIST)).isEqualTo(id.value());
    }

    @Property
    void readsBackAPlaceInTime(
            @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(min = 0, max = 999_999) int micros,
            @ForAll long high) {
        var place = new Cursor.Place(Instant.ofEpochSecond(second, micros * 1000L), new UUID(high, 0));

        assertThat(Cursor.parse(Cursor.of(LIST, place.at(), new UserId(place.id()))
                                .text())
                        .placeKey(LIST))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "2026-01-31T09:30:00Z",
                "2026-01-31T09:30:00Z/7",
                "today/019a0000-0000-7000-8000-000000000001",
                "0000-12-31T23:59:59Z/019a0000-0000-7000-8000-000000000001",
                "-0001-01-01T00:00:00Z/019a0000-0000-7000-8000-000000000001",
                "+10000-01-01T00:00:00Z/019a0000-0000-7000-8000-000000000001",
                "+999999999-01-01T00:00:00Z/019a0000-0000-7000-8000-000000000001",
                "+1000000000-12-31T23:59:59.999999999Z/019a0000-0000-7000-8000-000000000001"
            })
    void refusesAMalformedPlaceInTime(String key) {
        assertRefused(KernelProblem.INVALID_CURSOR, () -> new Cursor(LIST, key).placeKey(LIST));
        assertRefused(KernelProblem.INVALID_CURSOR, () -> new Cursor(LIST, key.split("/", 2)[0] + "/").timeKey(LIST));
    }

    @Test
    void endsAPlaceInTimeAtTheLastMicrosecondOfTheDatabase() {
        var key = "9999-12-31T23:59:59.9999999Z/019a0000-0000-7000-8000-000000000001";

        assertThat(new Cursor(LIST, key).placeKey(LIST).at()).isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Property
    void readsOrRefusesAnyText(@ForAll String text) {
        try {
            assertThat(Cursor.parse(text).list()).isNotEmpty();
        } catch (DomainException refusal) {
            assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_CURSOR);
        }
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var cursor = Cursor.of(LIST, 7);

        assertRefused(KernelProblem.INVALID_CURSOR, () -> cursor.longKey("wallet.drifts"));
        assertRefused(KernelProblem.INVALID_CURSOR, () -> cursor.uuidKey("wallet.drifts"));
    }

    @Test
    void isOpaqueAndSafeInAUrl() {
        assertThat(Cursor.of(LIST, Long.MIN_VALUE).text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "not base64!", "Og"})
    void refusesAMalformedText(String text) {
        assertRefused(KernelProblem.INVALID_CURSOR, () -> Cursor.parse(text));
    }

    @Test
    void refusesTextLongerThanAnyCursor() {
        assertRefused(KernelProblem.INVALID_CURSOR, () -> Cursor.parse(encoded("list:" + "1".repeat(200))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9223372036854775808", "1-1-1-1-1", "0198D6C0-0000-7000-8000-000000000000"})
    void refusesAKeyOfAnotherKind(String key) {
        var forged = Cursor.parse(encoded(LIST + ":" + key));

        assertRefused(KernelProblem.INVALID_CURSOR, () -> forged.longKey(LIST));
        assertRefused(KernelProblem.INVALID_CURSOR, () -> forged.uuidKey(LIST));
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
