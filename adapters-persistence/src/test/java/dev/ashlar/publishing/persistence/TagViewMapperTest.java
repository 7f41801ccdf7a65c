package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.Article;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class TagViewMapperTest {
    @Autowired
    private TagViewMapper views;

    @Autowired
    private ArticleMapper posts;

    @Autowired
    private TagMapper tags;

    @Test
    void knowsTheTagsOfPublishedArticles() {
        published("One", "zebra", "ant");
        posts.delete(published("Two", "ghost").id(), 0, LATER);
        assertThat(views.tags(10)).containsExactly("ant", "zebra");
        assertThat(views.tags(1)).containsExactly("ant");
    }

    private Article published(String title, String... names) {
        var post = draft(title, someone(), names).published(NOW);
        posts.insert(post, post.spareSlug());
        tags.create(Arrays.stream(names).map(name -> newTagId()).toList(), List.of(names), NOW);
        tags.attach(post.id(), List.of(names));
        return post;
    }
}
