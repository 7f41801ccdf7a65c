package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article.
 *
 * @param slug what stands for it in addresses; no two live posts share one
 * @param tags in the order its author gave them, each once; {@link Tags} finds articles by them
 * @param authorId who wrote it
 * @param editorId who else may edit it; null if nobody
 * @param categoryId where it is filed; null if nowhere
 * @param publishedAt when it was published first, or will be if it is scheduled; null otherwise
 * @param version counts its changes
 */
public record Article(
        ArticleId id,
        String slug,
        String title,
        String description,
        String body,
        List<String> tags,
        UserId authorId,
        @Nullable UserId editorId,
        @Nullable CategoryId categoryId,
        ArticleStatus status,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public Article {
        tags = List.copyOf(tags);
    }

    /** A new draft. */
    public static Article draft(ArticleId id, UserId author, ArticleText text, Instant now) {
        return new Article(
                id,
                Slug.of(text.title()),
                text.title(),
                text.description(),
                text.body(),
                text.tags(),
                author,
                null,
                null,
                ArticleStatus.LIFECYCLE.start(),
                null,
                now,
                now,
                0);
    }

    /** The same, published at once. */
    public Article published(Instant now) {
        return with(
                ArticleStatus.LIFECYCLE.require(status, ArticleStatus.PUBLISHED, PublishingProblem.ILLEGAL_TRANSITION),
                now);
    }

    /** The post after an edit. A new title makes a new slug; the same title keeps the one it has. */
    public Article with(ArticleEdit edit, Instant now) {
        var newTitle = Text.required("/title", edit.title().applyTo(title), Text.MAX_TITLE);
        return new Article(
                id,
                newTitle.equals(title) ? slug : Slug.of(newTitle),
                newTitle,
                Text.required("/description", edit.description().applyTo(description), Text.MAX_DESCRIPTION),
                Text.required("/body", edit.body().applyTo(body), Text.MAX_BODY),
                edit.newTags().orElse(tags),
                authorId,
                edit.editorId().applyTo(editorId),
                edit.categoryId().applyTo(categoryId),
                status,
                publishedAt,
                createdAt,
                now,
                version);
    }

    /** The slug to take when the wanted one is another live post's. */
    public String spareSlug() {
        return Slug.of(title, id);
    }

    /** Whether readers see it. */
    public boolean isPublished() {
        return status.isReadByAll();
    }

    /** Whether the actor may change it: its author, its editor, an administrator. */
    public boolean mayBeEditedBy(Actor actor) {
        return mayBeDecidedBy(actor) || actor.userId().equals(editorId);
    }

    /** Whether the actor may delete it, name its editor and change its status: its author, an administrator. */
    public boolean mayBeDecidedBy(Actor actor) {
        return actor.userId().equals(authorId) || actor.role() == Role.ADMIN;
    }

    private Article with(ArticleStatus newStatus, Instant now) {
        return new Article(
                id,
                slug,
                title,
                description,
                body,
                tags,
                authorId,
                editorId,
                categoryId,
                newStatus,
                publishedAt == null ? now : publishedAt,
                createdAt,
                now,
                version);
    }
}
