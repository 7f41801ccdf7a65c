// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FilledTables;
import dev.ashlar.kernel.persistence.testing.Kills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person's articles, of each status or of one, are paged by their own index: 400 authors with 50 articles, each edited. */
@Kills(mutant = "index ix_posts_author_id", test = "areTakenForOnePerson")
@Kills(mutant = "index ix_posts_editor_id", test = "areTakenForOnePerson")
@Kills(mutant = "index ix_posts_author_id_listed_at", test = "isTakenForAPageOfAnAuthor")
class ArticleIndexesTest {
    private static final String USER = "'00000000-0000-7000-8000-000000000007'";

    private static final FilledTables FILLED = new FilledTables("""
            INSERT INTO publishing.posts (
                id, slug, title, description, body, tags, author_id, editor_id, status, published_at, created_at, updated_at
            )
            SELECT
                ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'article-' || n, 'Article', 'About', 'Text', '{}',
                ('00000000-0000-7000-8000-' || lpad((n % 400)::text, 12, '0'))::uuid,
                ('00000000-0000-7000-8000-' || lpad((n % 390)::text, 12, '0'))::uuid,
                CASE WHEN n % 10 = 0 THEN 'draft' ELSE 'published' END::publishing.article_status, now(), now(), now()
            FROM generate_series(1, 20000) AS n""");

    @AfterAll
    static void dropDatabase() {
        FILLED.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "author_id = PERSON; ix_posts_author_id",
                "author_id = PERSON AND status = 'draft'; ix_posts_author_id_status",
                "editor_id = PERSON; ix_posts_editor_id",
                "editor_id = PERSON AND status = 'draft'; ix_posts_editor_id_status"
            })
    void areTakenForOnePerson(String condition, String index) {
        assertThat(FILLED.indexesOf("publishing.posts WHERE " + condition.replace("PERSON", USER)
                        + " AND deleted_at IS NULL ORDER BY id DESC LIMIT 20"))
                .containsExactly(index);
    }

    @Test
    void isTakenForAPageOfAnAuthor() {
        assertThat(FILLED.indexesOf("publishing.posts WHERE author_id = " + USER
                        + " AND status = 'published' AND deleted_at IS NULL AND listed_at < 'infinity'"
                        + " ORDER BY listed_at DESC, id DESC LIMIT 20"))
                .containsExactly("ix_posts_author_id_listed_at");
    }
}
