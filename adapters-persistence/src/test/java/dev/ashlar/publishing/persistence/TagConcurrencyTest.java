// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.domain.ArticleText;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tags of articles that many callers write at once. */
@ServiceTest
class TagConcurrencyTest {
    private static final int CROWD = 12;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private JdbcClient jdbc;

    private Actor author;

    @BeforeEach
    void meetTheAuthor() {
        author = PublishingPeople.user(accounts, "tagger" + COUNT.incrementAndGet(), Role.STUDENT);
    }

    @Test
    void countsTagsOnceForEachArticle() {
        var names = List.of("crowd-a", "crowd-b", "crowd-c");
        var outcomes = Together.run(CROWD, number -> () -> {
            var tags = number % 2 == 0 ? names : names.reversed();
            var article = writing.publish(author, ArticleText.of("Crowd " + number, "d", "b", tags));
            return writing.edit(author, article.article().id(), 0, tagged(tags.get(number % 3)));
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(jdbc.sql("SELECT article_count FROM publishing.tags WHERE name LIKE 'crowd-_'")
                        .query(Integer.class)
                        .list())
                .containsExactly(CROWD / 3, CROWD / 3, CROWD / 3);
    }

    /** An edit that changes nothing, and so locks nothing, must not bring back tags that another one has just removed. */
    @Race(3)
    void indexesAnArticleUnderTheTagsThatItHas() {
        for (int round = 0; round < 20; round++) {
            var article = writing.publish(author, ArticleText.of("Tagged", "d", "b", List.of("kept")))
                    .article();
            Together.run(
                    CROWD / 2,
                    number -> () -> writing.edit(author, article.slug(), tagged(number == 3 ? "changed" : "kept")));
        }
        assertThat(jdbc.sql("""
                        SELECT p.tags, i.names
                        FROM publishing.posts p
                        CROSS JOIN LATERAL (
                            SELECT array_agg(t.name) AS names
                            FROM publishing.post_tags pt
                            JOIN publishing.tags t ON t.id = pt.tag_id
                            WHERE pt.post_id = p.id
                        ) AS i
                        WHERE p.title = 'Tagged' AND p.tags IS DISTINCT FROM i.names""").query().listOfRows()).isEmpty();
    }
}
