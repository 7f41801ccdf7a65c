// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.List;

/** Articles and their users, for tests. */
public final class Writings {
    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    public static final Instant LATER = NOW.plusSeconds(60);
    private static final IdSource IDS = IdSource.timeOrdered();

    private Writings() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    public static ArticleId newArticleId() {
        return new ArticleId(IDS.next());
    }

    public static TagId newTagId() {
        return new TagId(IDS.next());
    }

    public static Actor student(UserId id) {
        return new Actor(id, Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }

    public static Actor admin() {
        return new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    }

    public static ArticleText text(String title, String... tags) {
        return ArticleText.of(title, "About " + title, "The text of " + title, List.of(tags));
    }

    /** A draft of this title by a new author. */
    public static Article draft(String title) {
        return draft(title, user());
    }

    public static Article draft(String title, UserId author, String... tags) {
        return Article.draft(newArticleId(), author, text(title, tags), NOW);
    }

    public static ArticleEdit retitled(String title) {
        return new ArticleEdit(
                Change.to(title), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }

    public static ArticleEdit tagged(String... tags) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.to(List.of(tags)), Change.keep(), Change.keep());
    }

    public static ArticleEdit rewritten(String body) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.to(body), Change.keep(), Change.keep(), Change.keep());
    }

    public static ArticleEdit assigning(UserId editor) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(editor), Change.keep());
    }

    public static ArticleEdit filing(CategoryId category) {
        return new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(category));
    }

    public static Comment comment(Article article, String body) {
        return Comment.of(new CommentId(IDS.next()), article.id(), user(), body, NOW);
    }

    public static Category category(String name) {
        return Category.named(new CategoryId(IDS.next()), name, NOW);
    }
}
