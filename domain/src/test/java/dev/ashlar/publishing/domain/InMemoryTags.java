package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.PostId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Tags} without a database, of the live posts of these {@link Posts}. */
public final class InMemoryTags implements Tags {
    private final Posts posts;
    private final Set<String> names = new HashSet<>();
    private final Map<PostId, Set<String>> attached = new HashMap<>();

    public InMemoryTags(Posts posts) {
        this.posts = posts;
    }

    @Override
    public void create(List<TagId> ids, List<String> wanted, Instant now) {
        names.addAll(wanted);
    }

    @Override
    public void attach(PostId post, List<String> wanted) {
        if (posts.find(post).isPresent()) {
            wordsOf(post).addAll(wanted.stream().filter(names::contains).toList());
        }
    }

    @Override
    public void detachAllBut(PostId post, List<String> kept) {
        wordsOf(post).retainAll(kept);
    }

    Set<String> wordsOf(PostId post) {
        return attached.computeIfAbsent(post, any -> new HashSet<>());
    }
}
