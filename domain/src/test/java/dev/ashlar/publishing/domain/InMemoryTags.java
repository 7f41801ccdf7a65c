package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Tags} without a database, of the live posts of these {@link Articles}. */
public final class InMemoryTags implements Tags {
    private final Articles posts;
    private final Set<String> names = new HashSet<>();
    private final Map<ArticleId, Set<String>> attached = new HashMap<>();

    public InMemoryTags(Articles posts) {
        this.posts = posts;
    }

    @Override
    public void create(List<TagId> ids, List<String> wanted, Instant now) {
        names.addAll(wanted);
    }

    @Override
    public void attach(ArticleId post, List<String> wanted) {
        if (posts.find(post).isPresent()) {
            wordsOf(post).addAll(wanted.stream().filter(names::contains).toList());
        }
    }

    @Override
    public void detachAllBut(ArticleId post, List<String> kept) {
        wordsOf(post).retainAll(kept);
    }

    Set<String> wordsOf(ArticleId post) {
        return attached.computeIfAbsent(post, any -> new HashSet<>());
    }
}
