package dev.ashlar.publishing.domain;

import static java.util.Comparator.comparing;

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
    public String insert(Article post, String spareSlug) {
        return put(post, spareSlug, post.version());
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return Optional.ofNullable(live.get(id));
    }

    @Override
    public Optional<Article> findBySlug(String slug) {
        return live.values().stream().filter(post -> post.slug().equals(slug)).findFirst();
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
        var stored = find(id).filter(post -> from.contains(post.status()));
        stored.ifPresent(post -> {
            boolean wasSeen = post.status() == ArticleStatus.PUBLISHED || post.status() == ArticleStatus.ARCHIVED;
            live.put(
                    id, copy(post, post.slug(), to, wasSeen ? post.publishedAt() : publishAt, now, post.version() + 1));
        });
        return stored.isPresent();
    }

    @Override
    public boolean delete(ArticleId id, int expectedVersion, Instant now) {
        var stored = find(id).filter(post -> post.version() == expectedVersion);
        stored.ifPresent(post -> {
            live.remove(id);
            trash.put(id, copy(post, post.slug(), post.status(), post.publishedAt(), now, post.version() + 1));
            deletedAt.put(id, now);
        });
        return stored.isPresent();
    }

    @Override
    public Optional<String> restore(ArticleId id, String spareSlug, Instant now) {
        return findDeleted(id).map(post -> {
            trash.remove(id);
            return put(
                    copy(post, post.slug(), post.status(), post.publishedAt(), now, post.version()),
                    spareSlug,
                    post.version() + 1);
        });
    }

    @Override
    public int publishDue(Instant now, int limit) {
        var due = live.values().stream()
                .filter(post -> post.status() == ArticleStatus.SCHEDULED)
                .filter(post -> !Objects.requireNonNull(post.publishedAt()).isAfter(now))
                .sorted(comparing(post -> Objects.requireNonNull(post.publishedAt())))
                .limit(limit)
                .toList();
        due.forEach(post ->
                move(post.id(), List.of(ArticleStatus.SCHEDULED), ArticleStatus.PUBLISHED, post.publishedAt(), now));
        return due.size();
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
    public void addViews(Collection<ArticleId> posts, Collection<Long> counted) {
        var numbers = counted.iterator();
        posts.forEach(post -> views.merge(post, numbers.next(), Long::sum));
    }

    private String put(Article post, String spareSlug, int version) {
        boolean taken = Stream.of(findBySlug(post.slug()))
                .flatMap(Optional::stream)
                .anyMatch(other -> !other.id().equals(post.id()));
        var slug = taken ? spareSlug : post.slug();
        live.put(post.id(), copy(post, slug, post.status(), post.publishedAt(), post.updatedAt(), version));
        return slug;
    }

    private static Article copy(
            Article post,
            String slug,
            ArticleStatus status,
            @Nullable Instant publishedAt,
            Instant updatedAt,
            int version) {
        return new Article(
                post.id(),
                slug,
                post.title(),
                post.description(),
                post.body(),
                post.tags(),
                post.authorId(),
                post.editorId(),
                post.categoryId(),
                status,
                publishedAt,
                post.createdAt(),
                updatedAt,
                version);
    }
}
