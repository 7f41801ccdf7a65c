// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static java.util.Comparator.comparing;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Articles} without a database. */
public final class InMemoryArticles implements Articles {
    private final Map<ArticleId, Article> live = new LinkedHashMap<>();
    private final Map<ArticleId, Article> trash = new LinkedHashMap<>();
    private final Map<ArticleId, Instant> deletedAt = new HashMap<>();
    private final Map<ArticleId, Long> views = new HashMap<>();

    @Override
    public String insert(Article article, String spareSlug) {
        return put(article, spareSlug, article.version());
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(live.get(id));
    }

    @Override
    public Optional<Article> findBySlug(String slug) {
        return live.values().stream()
                .filter(article -> article.slug().equals(slug))
                .findFirst();
    }

    @Override
    public Optional<Article> lockBySlug(String slug) {
        return findBySlug(slug);
    }

    @Override
    public Optional<Article> findDeleted(ArticleId id) {
        return Optional.ofNullable(trash.get(id));
    }

    @Override
    public Optional<String> edit(Article edited, String spareSlug, int expectedVersion) {
        return find(edited.id())
                .filter(stored -> stored.version() == expectedVersion)
                .map(stored -> put(edited, spareSlug, expectedVersion + 1));
    }

    @Override
    public boolean move(
            ArticleId id, Collection<ArticleStatus> from, ArticleStatus to, @Nullable Instant publishAt, Instant now) {
        var stored =
                find(id).filter(article -> from.contains(article.publication().status()));
        stored.ifPresent(article -> {
            var before = article.publication();
            boolean wasPublished =
                    before.status() == ArticleStatus.PUBLISHED || before.status() == ArticleStatus.ARCHIVED;
            var after = new Publication(to, wasPublished ? before.publishedAt() : publishAt);
            live.put(id, copy(article, article.slug(), after, now, article.version() + 1));
        });
        return stored.isPresent();
    }

    @Override
    public boolean delete(ArticleId id, int expectedVersion, Instant now) {
        var stored = find(id).filter(article -> article.version() == expectedVersion);
        stored.ifPresent(article -> {
            live.remove(id);
            trash.put(id, copy(article, article.slug(), article.publication(), now, article.version() + 1));
            deletedAt.put(id, now);
        });
        return stored.isPresent();
    }

    @Override
    public int deleteUnpublishedOf(UserId author, Instant now, int limit) {
        var unpublished = live.values().stream()
                .filter(article -> article.filing().authorId().equals(author))
                .filter(article -> article.publication().status() == ArticleStatus.DRAFT
                        || article.publication().status() == ArticleStatus.SCHEDULED)
                .limit(limit)
                .toList();
        unpublished.forEach(article -> delete(article.id(), article.version(), now));
        return unpublished.size();
    }

    @Override
    public int leaveCategory(CategoryId category, int limit) {
        var filed = Stream.of(live, trash)
                .flatMap(articles -> articles.entrySet().stream())
                .filter(entry -> category.equals(entry.getValue().filing().categoryId()))
                .limit(limit)
                .toList();
        filed.forEach(entry -> entry.setValue(withoutCategory(entry.getValue())));
        return filed.size();
    }

    @Override
    public Optional<String> restore(ArticleId id, String spareSlug, Instant now) {
        return findDeleted(id).map(article -> {
            trash.remove(id);
            return put(
                    copy(article, article.slug(), article.publication(), now, article.version()),
                    spareSlug,
                    article.version() + 1);
        });
    }

    @Override
    public boolean publishNextDue(Instant now) {
        var due = live.values().stream()
                .filter(article -> article.publication().status() == ArticleStatus.SCHEDULED)
                .filter(article -> !publishedAt(article).isAfter(now))
                .min(comparing(InMemoryArticles::publishedAt));
        due.ifPresent(article -> move(
                article.id(), List.of(ArticleStatus.SCHEDULED), ArticleStatus.PUBLISHED, publishedAt(article), now));
        return due.isPresent();
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = trash.keySet().stream()
                .filter(id -> Objects.requireNonNull(deletedAt.get(id)).isBefore(deletedBefore))
                .limit(limit)
                .toList();
        old.forEach(trash::remove);
        return old.size();
    }

    @Override
    public void addViews(Collection<ArticleId> articles, Collection<Long> counted) {
        var numbers = counted.iterator();
        articles.forEach(article -> views.merge(article, numbers.next(), Long::sum));
    }

    private static Instant publishedAt(Article article) {
        return Objects.requireNonNull(article.publication().publishedAt());
    }

    private String put(Article article, String spareSlug, int version) {
        boolean taken = Stream.of(findBySlug(article.slug()))
                .flatMap(Optional::stream)
                .anyMatch(other -> !other.id().equals(article.id()));
        var slug = taken ? spareSlug : article.slug();
        live.put(article.id(), copy(article, slug, article.publication(), article.updatedAt(), version));
        return slug;
    }

    private static Article withoutCategory(Article article) {
        var filing = article.filing();
        return new Article(
                article.id(),
                article.slug(),
                article.text(),
                new Filing(filing.authorId(), filing.editorId(), null),
                article.publication(),
                article.createdAt(),
                article.updatedAt(),
                article.version());
    }

    private static Article copy(Article article, String slug, Publication publication, Instant updatedAt, int version) {
        return new Article(
                article.id(),
                slug,
                article.text(),
                article.filing(),
                publication,
                article.createdAt(),
                updatedAt,
                version);
    }
}
