// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.ArticleId;
import java.text.Normalizer;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How to train your dragon | how-to-train-your-dragon",
                "  Crème brûlée!  | creme-brulee",
                "Straße & Öl | strasse-ol",
                "日本語のタイトル 2 | 日本語のタイトル-2",
                "Ünïcödé İstanbul | unicode-istanbul",
                "--C++ vs. C#-- | c-vs-c",
                "한국어 제목 | 한국어-제목",
                "がんばれ ガス | がんばれ-ガス",
                "हिन्दी में | हिन्दी-में",
                "ภาษาไทยนี้ | ภาษาไทยนี้",
                "Ёлка й за\u0301мок | ёлка-й-замок",
                "Ελλάδα | ελλαδα",
                "Việt Nam | viet-nam",
                "كِتَاب | كتاب",
                "❤️ 1️⃣ | 1",
                "!!! | article",
                "👩‍🚀🚀 | article",
                "ﬁnal ② | final-2",
                "Feed! | article-feed",
                "Feeds | feeds"
            })
    void isMadeOfTheTitle(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Property
    void isNeitherEmptyNorLongNorInNeedOfEscaping(@ForAll String title) {
        var slug = Slug.of(title);
        assertThat(slug)
                .isNotEmpty()
                .doesNotStartWith("-")
                .doesNotEndWith("-")
                .doesNotContain("--", "/", "?", "#", " ");
        assertThat(Normalizer.isNormalized(slug, Normalizer.Form.NFC)).isTrue();
        assertThat(slug.length()).isLessThanOrEqualTo(Slug.MAX_LENGTH);
        assertThat(slug.toCharArray())
                .satisfies(chars -> assertThat(new String(chars).codePoints())
                        .allMatch(point -> point == '-' || Character.isLetterOrDigit(point) || isNumberOrMark(point)));
    }

    private static boolean isNumberOrMark(int point) {
        return switch (Character.getType(point)) {
            case Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    @Property
    void endsWithDigitsOfTheKeyWhenSpare(@ForAll String title, @ForAll long most, @ForAll long least) {
        var id = new ArticleId(new UUID(most, least));
        var digits = id.value().toString().replace("-", "");
        assertThat(Slug.of(title, id)).isEqualTo(Slug.of(title) + "-" + digits.substring(20));
        assertThat(Slug.of(title, id).length()).isLessThanOrEqualTo(120);
    }
}
