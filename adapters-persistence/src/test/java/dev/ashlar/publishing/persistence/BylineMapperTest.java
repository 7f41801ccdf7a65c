// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.CopiedProfiles.profile;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleViews.Listed;
import dev.ashlar.publishing.application.ArticleViews.Shown;
import dev.ashlar.publishing.application.ArticleViews.Spoken;
import dev.ashlar.publishing.application.AuthorView;
import dev.ashlar.publishing.application.Byline;
import dev.ashlar.publishing.application.CommentDetails;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.CommentStatus;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Comments and authors as readers see them. */
@PersistenceTest
@RolledBack
class BylineMapperTest {
    private static final ArticleFilter ALL = new ArticleFilter(null, null, null, null, null);

    private final UserId author = user();
    private final UserId reader = user();

    @Autowired
    private ArticleViewMapper views;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private FollowMapper follows;

    @Autowired
    private CommentMapper comments;

    @Autowired
    private ProfileCopyMapper copies;

    @BeforeEach
    void copyProfiles() {
        copies.store(profile(author, "author", 0), NOW);
        copies.store(profile(reader, "reader", 0), NOW);
    }

    @Test
    void listsVisibleLiveCommentsOnly() {
        var article = published("Talk", NOW);
        var first = comment(article, "first");
        long number = comments.insert(first);
        var hidden = comment(article, "hidden");
        comments.insert(hidden);
        comments.move(hidden.id(), CommentStatus.VISIBLE, CommentStatus.HIDDEN, LATER);
        var deleted = comment(article, "deleted");
        comments.insert(deleted);
        comments.delete(deleted.id(), LATER);
        long last = comments.insert(comment(article, "last"));
        follows.add(reader, first.authorId(), NOW);
        copies.store(profile(first.authorId(), "first-one", 0), NOW);
        assertThat(views.comments("talk", reader, 0, 1))
                .containsExactly(new Spoken(
                        new CommentDetails(number, "first", first.authorId(), true, NOW, NOW), byline("first-one")));
        assertThat(views.comments("talk", null, number, 10)).singleElement().satisfies(spoken -> {
            assertThat(spoken.comment().number()).isEqualTo(last);
            assertThat(spoken.comment().following()).isFalse();
        });
    }

    @Test
    void listsNoCommentsOfArticlesThatReadersDoNotSee() {
        var archived = published("Archived", NOW);
        comments.insert(comment(archived, "before"));
        articles.move(archived.id(), EnumSet.of(ArticleStatus.PUBLISHED), ArticleStatus.ARCHIVED, null, LATER);
        var deleted = published("Deleted", NOW);
        comments.insert(comment(deleted, "before"));
        articles.delete(deleted.id(), 0, LATER);
        assertThat(views.comments("archived", null, 0, 10)).isEmpty();
        assertThat(views.comments("deleted", null, 0, 10)).isEmpty();
    }

    @Test
    void findsAnAuthorHoweverTheNameIsSpelled() {
        follows.add(reader, author, NOW);
        var shown = profile(author, "author", 0).profile();
        assertThat(views.author("author", reader)).contains(new AuthorView(shown, true));
        assertThat(views.author("author", user())).contains(new AuthorView(shown, false));
        assertThat(views.author("author", null)).contains(new AuthorView(shown, false));
        assertThat(views.author("nobody", reader)).isEmpty();
        assertThat(views.byline(author)).isEqualTo(byline("author"));
    }

    @Test
    void findsTheLatestOwnerOfANameWhileAnEarlierCopyIsOutOfDate() {
        copies.store(profile(user(), "author", 0), NOW.minusSeconds(1));
        assertThat(views.author("author", null))
                .map(found -> found.profile().id())
                .contains(author);
        published("Found", NOW);
        assertThat(views.articles(new ArticleFilter(null, null, "author", null, null), null, 10, 0))
                .extracting(row -> row.listed().article().slug())
                .containsExactly("found");
    }

    @Test
    void showsArticlesAndCommentsWhoseAuthorHasNoCopy() {
        var article = stored(draft("Unsigned").published(NOW));
        comments.insert(comment(article, "Unsigned, too"));
        follows.add(reader, article.filing().authorId(), NOW);
        var unnamed = new Byline("-", "-", null, null);
        assertThat(views.articles(ALL, null, 10, 0))
                .extracting(row -> row.listed().byline())
                .containsExactly(unnamed);
        assertThat(views.articlesAfter(ALL, null, null, 10))
                .extracting(Listed::byline)
                .containsExactly(unnamed);
        assertThat(views.feed(reader, 10, 0))
                .extracting(row -> row.listed().byline())
                .containsExactly(unnamed);
        assertThat(views.byline(article.filing().authorId())).isEqualTo(unnamed);
        assertThat(views.article(null, "unsigned", null)).map(Shown::byline).contains(unnamed);
        assertThat(views.comments("unsigned", null, 0, 10))
                .extracting(Spoken::byline)
                .containsExactly(unnamed);
    }

    /** Returns that of the profile of this username. */
    static Byline byline(String username) {
        var shown = profile(user(), username, 0).profile();
        return new Byline(shown.username(), shown.displayName(), shown.bio(), shown.avatarUrl());
    }

    private Article published(String title, Instant at) {
        return stored(draft(title, author).published(at));
    }

    private Article stored(Article article) {
        articles.insert(article, article.spareSlug());
        return article;
    }
}
