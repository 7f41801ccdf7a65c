// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @Test
    void storesTextComposedAndWithoutBlanksAroundIt() {
        assertThat(Spelling.stored("\u00A0\u2003 Ame\u0301lie \u3000\u0085\n")).isEqualTo("Am\u00E9lie");
        assertThat(Spelling.stored(" \u00A0 ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.org, ada@example.org",
        "' ada@example.org\u00A0', ada@example.org",
        "\u212Aurt, kurt",
        "\uFF21da, ada",
        "Ame\u0301lie, am\u00E9lie",
        "a\u200Bd\u00ADa\uFE0F, ada",
        "\u3164ada, ada"
    })
    void givesSpellingsOfOneNameOneKey(String spelling, String key) {
        assertThat(Spelling.key(spelling)).isEqualTo(key);
        assertThat(Spelling.key(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "a\u200Bd\u00ADa\u2060, ada",
        "'ada \u200B', ada",
        "ada\u200D, ada",
        "a\u200D\u200Cda\uFE0F, ada",
        "\u3164ada\uFEFF, ada",
        "\u00E9\u200D, \u00E9",
        "\u00E9\u200D\u200D\u00E9, \u00E9\u200D\u00E9"
    })
    void storesNamesThatDifferInInvisibleCharactersAlike(String spelling, String name) {
        assertThat(Spelling.name(spelling)).isEqualTo(name);
        assertThat(Spelling.name(name)).isEqualTo(name);
    }

    @Test
    void neverGivesAnAsciiNameTheKeyOfALetterThatSqlWouldLower() {
        assertThat(Spelling.key("\u0130ngrid@example.org")).isNotEqualTo("ingrid@example.org");
    }

    @Test
    void hashesAPasswordAlikeHoweverItIsTyped() {
        assertThat(Spelling.opaque("Caf\u00E9 au\u00A0lait")).isEqualTo("Caf\u00E9 au lait");
        assertThat(Spelling.opaque("Cafe\u0301 au\u3000lait")).isEqualTo("Caf\u00E9 au lait");
        assertThat(Spelling.opaque(" Blanks Count ")).isEqualTo(" Blanks Count ");
        assertThat(Spelling.opaque("\uFB01ve")).isEqualTo("\uFB01ve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B",
                "\u200B \uFEFF",
                "\u2800",
                "\u3164",
                "\u115F\u1160",
                "\u00AD",
                "\uFE0F",
                "\u0007"
            })
    void seesNothingInInvisibleText(String text) {
        assertThat(Spelling.isVisible(text)).isFalse();
        assertThat(Spelling.isVisible(text + "a")).isTrue();
    }

    @Test
    void countsCodePoints() {
        assertThat(Spelling.length("a\uD83D\uDE00b")).isEqualTo(3);
        assertThat(Spelling.cut("a\uD83D\uDE00b", 1)).isEqualTo("a");
        assertThat(Spelling.cut("a\uD83D\uDE00b", 2)).isEqualTo("a\uD83D\uDE00");
        assertThat(Spelling.cut("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00b");
    }
}
