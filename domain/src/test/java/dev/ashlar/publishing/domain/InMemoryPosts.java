package dev.ashlar.publishing.domain;

import static java.util.Comparator.comparing;

import dev.ashlar.publishing.PostId;
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

/** {@link Posts} without a database. */
public final class InMemoryPosts implements Posts {
    private final Map<PostId, Post> live = new LinkedHashMap<>();
    private final Map<PostId, Post> trash = new LinkedHashMap<>();
    private final Map<PostId, Instant> deletedAt = new HashMap<>();
    private final Map<PostId, Long> views = new HashMap<>();

    @Override
    public String insert(Post post, String spareSlug) {
        return put(post, spareSlug, post.version());
    }

    @Override
    public Optional<Post> find(PostId id) {
        return Optional.ofNullable(live.get(id));
    }

    @Override
    public Optional<Post> findBySlug(String slug) {
        return live.values().stream().filter(post -> post.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<Post> findDeleted(PostId id) {
        return Optional.ofNullable(trash.get(id));
    }

    @Override
    public Optional<String> edit(Post edited, String spareSlug, int expectedVersion) {
        return find(edited.id())
                .filter(stored -> stored.version() == expectedVersion)
                .map(stored -> put(edited, spareSlug, expectedVersion + 1));
    }

    @Override
    public boolean move(
            PostId id, Collection<PostStatus> from, PostStatus to, @Nullable Instant publishAt, Instant now) {
        var stored = find(id).filter(post -> from.contains(post.status()));
        stored.ifPresent(post -> {
            boolean wasSeen = post.status() == PostStatus.PUBLISHED || post.status() == PostStatus.ARCHIVED;
            live.put(
                    id, copy(post, post.slug(), to, wasSeen ? post.publishedAt() : publishAt, now, post.version() + 1));
        });
        return stored.isPresent();
    }

    @Override
    public boolean delete(PostId id, int expectedVersion, Instant now) {
        var stored = find(id).filter(post -> post.version() == expectedVersion);
        stored.ifPresent(post -> {
            live.remove(id);
            trash.put(id, copy(post, post.slug(), post.status(), post.publishedAt(), now, post.version() + 1));
            deletedAt.put(id, now);
        });
        return stored.isPresent();
    }

    @Override
    public Optional<String> restore(PostId id, String spareSlug, Instant now) {
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
                .filter(post -> post.status() == PostStatus.SCHEDULED)
                .filter(post -> !Objects.requireNonNull(post.publishedAt()).isAfter(now))
                .sorted(comparing(post -> Objects.requireNonNull(post.publishedAt())))
                .limit(limit)
                .toList();
        due.forEach(
                post -> move(post.id(), List.of(PostStatus.SCHEDULED), PostStatus.PUBLISHED, post.publishedAt(), now));
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
    public void addViews(Collection<PostId> posts, Collection<Long> counted) {
        var numbers = counted.iterator();
        posts.forEach(post -> views.merge(post, numbers.next(), Long::sum));
    }

    private String put(Post post, String spareSlug, int version) {
        boolean taken = Stream.of(findBySlug(post.slug()))
                .flatMap(Optional::stream)
                .anyMatch(other -> !other.id().equals(post.id()));
        var slug = taken ? spareSlug : post.slug();
        live.put(post.id(), copy(post, slug, post.status(), post.publishedAt(), post.updatedAt(), version));
        return slug;
    }

    private static Post copy(
            Post post, String slug, PostStatus status, @Nullable Instant publishedAt, Instant updatedAt, int version) {
        return new Post(
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
