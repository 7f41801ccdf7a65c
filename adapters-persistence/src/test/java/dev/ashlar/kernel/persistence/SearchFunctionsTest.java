// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts as they are searched, and the patterns that search them. */
@PersistenceTest
class SearchFunctionsTest {
    private final JdbcClient psql;

    @Autowired
    SearchFunctionsTest(FreshDatabase.Switch database) {
        this.psql = database.database().psql();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, strasse",
        "STRASSE, strasse",
        "GROẞE, grosse",
        "Ærø, aero",
        "Œuvre, oeuvre",
        "Þórshöfn Ðð, thorshofn dd",
        "ŁÓDŹ, lodz",
        "Øl ĐđĦħŦŧŊŋ, ol ddhhttnn",
        "İstanbul ı, istanbul i",
        "Ɓɓ Ɗɗ Ƙƙ Ƴƴ Ƶƶ, bb dd kk yy zz",
        "Ǿǽ, oae",
        "ﬁn ½, fin 1⁄2",
        "Ελληνικά, ελληνικα"
    })
    void foldsLettersBehindASpace(String text, String folded) {
        assertThat(call("folded", text)).isEqualTo(" " + folded);
    }

    /** The letters of European languages, which Unicode has from U+00C0 to U+017F, but for four that no alphabet uses. */
    @Test
    void foldsLatinLettersAsTheExtensionUnaccentDoes() {
        psql.sql("CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA kernel").update();
        assertThat(psql.sql("""
                        SELECT chr(code)
                        FROM generate_series(192, 383) AS code
                        WHERE chr(code) NOT IN ('×', '÷', 'ĸ', 'Ŀ', 'ŀ', 'ŉ')
                          AND kernel.folded(chr(code)) <> ' ' || lower(kernel.unaccent(chr(code)))""").query(String.class).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, %strasse%",
        "uni, %uni%",
        "un, '% un%'",
        "ß, '% ss%'",
        "Ä, '% a%'",
        "' z ', '% z%'",
        "100%_\\, %100\\%\\_\\\\%"
    })
    void oneOrTwoLettersFindTheBeginningsOfWords(String words, String pattern) {
        assertThat(call("containing", words)).isEqualTo(pattern);
    }

    private String call(String function, String argument) {
        return psql.sql("SELECT kernel." + function + "(?)")
                .param(argument)
                .query(String.class)
                .single();
    }
}
