// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.admin;
import static dev.ashlar.publishing.domain.Writings.assigning;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.domain.Writings.rewritten;
import static dev.ashlar.publishing.domain.Writings.student;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private final Article article = draft("First title");

    @Test
    void startsAsADraft() {
        assertThat(article.publication()).isEqualTo(new Publication(ArticleStatus.DRAFT, null));
        assertThat(article.slug()).isEqualTo("first-title");
        assertThat(article.isPublished()).isFalse();
    }

    @Test
    void isPublishedAtThatTime() {
        var published = article.published(LATER);
        assertThat(published.isPublished()).isTrue();
        assertThat(published.publication().publishedAt()).isEqualTo(LATER);
        assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> published.published(LATER));
    }

    @Test
    void getsANewSlugOnlyWithANewTitle() {
        assertThat(article.with(retitled("Second title"), LATER).slug()).isEqualTo("second-title");
        var spare = new Article(
                article.id(),
                article.spareSlug(),
                article.text(),
                article.filing(),
                article.publication(),
                NOW,
                NOW,
                0);
        assertThat(spare.with(retitled("First title"), LATER).slug()).isEqualTo(article.spareSlug());
    }

    @Test
    void keepsFieldsThatTheEditDoesNotChange() {
        var edited = article.with(rewritten("Other text"), LATER);
        assertThat(edited)
                .usingRecursiveComparison()
                .ignoringFields("text.body", "updatedAt")
                .isEqualTo(article);
        assertThat(edited.text().body()).isEqualTo("Other text");
        assertThat(edited.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void namesTheInvalidField() {
        assertThat(assertRefused(KernelProblem.INVALID_REQUEST, () -> article.with(retitled(" "), LATER)))
                .hasMessageContaining("/title");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> article.with(retitled("x".repeat(201)), LATER));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> ArticleText.of("t", null, "b", List.of()));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> ArticleText.of("t", "d", "", List.of()));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> ArticleText.of("t", "d", "b", null));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> ArticleText.of("t", "d", "b", Arrays.asList("a", null)));
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> ArticleText.of(
                        "t",
                        "d",
                        "b",
                        IntStream.range(0, 21).mapToObj(String::valueOf).toList()));
    }

    @Test
    void keepsTheOrderOfTagsWithoutDuplicates() {
        assertThat(ArticleText.of("t", "d", "b", List.of("b", " a ", "b", "B")).tags())
                .containsExactly("b", "a", "B");
    }

    @Test
    void mayBeEditedByItsAuthorItsEditorAndAdministrators() {
        var editor = user();
        var edited = article.with(assigning(editor), LATER);
        assertThat(edited.mayBeEditedBy(student(article.filing().authorId()))).isTrue();
        assertThat(edited.mayBeEditedBy(student(editor))).isTrue();
        assertThat(edited.mayBeEditedBy(admin())).isTrue();
        assertThat(edited.mayBeEditedBy(student(user()))).isFalse();
        assertThat(article.mayBeEditedBy(student(user()))).isFalse();
    }

    @Test
    void mayBeManagedByItsAuthorAndAdministrators() {
        var editor = user();
        var edited = article.with(assigning(editor), LATER);
        assertThat(edited.mayBeManagedBy(student(article.filing().authorId()))).isTrue();
        assertThat(edited.mayBeManagedBy(admin())).isTrue();
        assertThat(edited.mayBeManagedBy(student(editor))).isFalse();
    }
}
