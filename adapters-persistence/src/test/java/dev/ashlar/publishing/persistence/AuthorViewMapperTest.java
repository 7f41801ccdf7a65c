// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.assigning;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.MonthlyStats;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class AuthorViewMapperTest {
    private final UserId author = user();

    @Autowired
    private AuthorViewMapper views;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private CommentMapper comments;

    @Autowired
    private FavoriteMapper favorites;

    @Test
    void listsOwnAndEditedArticles() {
        var mine = stored(draft("Mine", author));
        var edited = stored(draft("Edited"));
        articles.edit(edited.with(assigning(author), edited.updatedAt()), edited.spareSlug(), 0);
        stored(draft("Other"));
        assertThat(views.own(author, null, null, 10))
                .extracting(OwnArticle::id)
                .containsExactly(edited.id(), mine.id());
        assertThat(views.own(author, null, edited.id().value(), 10))
                .extracting(OwnArticle::id)
                .containsExactly(mine.id());
        assertThat(views.own(author, ArticleStatus.PUBLISHED, null, 10)).isEmpty();
    }

    @Test
    void listsTheDeletedArticlesOfTheAuthor() {
        var first = stored(draft("First", author));
        var second = stored(draft("Second", author));
        articles.delete(first.id(), 0, NOW);
        articles.delete(second.id(), 0, LATER);
        articles.delete(stored(draft("Other")).id(), 0, LATER);
        assertThat(views.trash(author, null, 10))
                .extracting(DeletedArticle::id)
                .containsExactly(second.id(), first.id());
        assertThat(views.trash(author, new Cursor.Place(LATER, second.id().value()), 10))
                .extracting(DeletedArticle::id)
                .containsExactly(first.id());
    }

    @Test
    void sumsUpMonthsByUtcWithoutMultiplying() {
        var october = published("October", Instant.parse("2026-10-31T23:59:59Z"));
        var november = published("November", Instant.parse("2026-11-01T00:00:00Z"));
        published("November 2", NOW);
        favorites.add(user(), november.id(), NOW);
        favorites.add(user(), november.id(), NOW);
        comments.insert(comment(november, "one"));
        comments.insert(comment(november, "two"));
        comments.insert(comment(november, "three"));
        articles.addViews(List.of(october.id(), november.id()), List.of(7L, 5L));
        assertThat(views.monthly(author, Instant.EPOCH))
                .containsExactly(
                        new MonthlyStats(YearMonth.of(2026, 10), 1, 7, 0, 0),
                        new MonthlyStats(YearMonth.of(2026, 11), 2, 5, 2, 3));
        assertThat(views.monthly(author, Instant.parse("2026-11-01T00:00:00Z"))).hasSize(1);
    }

    private Article published(String title, Instant at) {
        return stored(draft(title, author).published(at));
    }

    private Article stored(Article article) {
        articles.insert(article, article.spareSlug());
        return article;
    }
}
