package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.ArticleStatus.ARCHIVED;
import static dev.ashlar.publishing.domain.ArticleStatus.DRAFT;
import static dev.ashlar.publishing.domain.ArticleStatus.PUBLISHED;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Tags;
import dev.ashlar.publishing.domain.TagsContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class TagMapperTest extends TagsContract {
    @Autowired
    private TagMapper tags;

    @Autowired
    private ArticleMapper posts;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Tags tags() {
        return tags;
    }

    @Override
    protected ArticleId liveArticle() {
        var post = draft("Tagged");
        posts.insert(post, post.spareSlug());
        return post.id();
    }

    @Override
    protected ArticleId deletedArticle() {
        var post = liveArticle();
        posts.delete(post, 0, LATER);
        return post;
    }

    @Override
    protected Set<String> wordsOf(ArticleId post) {
        return jdbc.sql("""
                        SELECT t.name
                        FROM publishing.post_tags pt
                        JOIN publishing.tags t ON t.id = pt.tag_id
                        WHERE pt.post_id = ?""")
                .param(post.value())
                .query((row, number) -> row.getString(1))
                .set();
    }

    /** The foreign key keeps the copy of where a post stands; nothing in the application writes it after the first time. */
    @Test
    void standsWhereItsPostStandsWhateverBecomesOfIt() {
        var post = liveArticle();
        tags.create(List.of(newTagId()), List.of("moving"), NOW);
        tags.attach(post, List.of("moving"));
        assertThat(listedAt(post)).isEqualTo("infinity");
        posts.move(post, List.of(DRAFT), PUBLISHED, NOW, NOW);
        var listed = listedAt(post);
        assertThat(listed).startsWith("2026-11-20 10:15:30");
        posts.delete(post, 1, LATER);
        assertThat(listedAt(post)).isEqualTo("infinity");
        posts.restore(post, "spare", LATER);
        assertThat(listedAt(post)).isEqualTo(listed);
        posts.move(post, List.of(PUBLISHED), ARCHIVED, null, LATER);
        assertThat(listedAt(post)).isEqualTo("infinity");
    }

    private String listedAt(ArticleId post) {
        return jdbc.sql("SELECT listed_at::text FROM publishing.post_tags WHERE post_id = ?")
                .param(post.value())
                .query(String.class)
                .single();
    }
}
