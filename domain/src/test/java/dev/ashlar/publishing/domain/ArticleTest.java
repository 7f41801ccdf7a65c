package dev.ashlar.publishing.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.admin;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.domain.Writings.someone;
import static dev.ashlar.publishing.domain.Writings.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private final Article post = draft("First title");

    @Test
    void beginsAsADraft() {
        assertThat(post.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(post.publishedAt()).isNull();
        assertThat(post.slug()).isEqualTo("first-title");
        assertThat(post.isPublished()).isFalse();
    }

    @Test
    void isPublishedFromThenOn() {
        var published = post.published(LATER);
        assertThat(published.isPublished()).isTrue();
        assertThat(published.publishedAt()).isEqualTo(LATER);
        assertRefused(PublishingProblem.ILLEGAL_TRANSITION, () -> published.published(LATER));
    }

    @Test
    void getsANewSlugWithANewTitleOnly() {
        assertThat(post.with(retitled("Second title"), LATER).slug()).isEqualTo("second-title");
        var spare = new Article(
                post.id(),
                post.spareSlug(),
                post.title(),
                post.description(),
                post.body(),
                post.tags(),
                post.authorId(),
                null,
                null,
                post.status(),
                null,
                NOW,
                NOW,
                0);
        assertThat(spare.with(retitled("First title"), LATER).slug()).isEqualTo(post.spareSlug());
    }

    @Test
    void keepsWhatAnEditDoesNotName() {
        var edited = post.with(
                new ArticleEdit(
                        Change.keep(),
                        Change.keep(),
                        Change.to("Other text"),
                        Change.keep(),
                        Change.keep(),
                        Change.keep()),
                LATER);
        assertThat(edited)
                .usingRecursiveComparison()
                .ignoringFields("body", "updatedAt")
                .isEqualTo(post);
        assertThat(edited.body()).isEqualTo("Other text");
        assertThat(edited.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(assertRefused(KernelProblem.INVALID_REQUEST, () -> post.with(retitled(" "), LATER)))
                .hasMessageContaining("/title");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> post.with(retitled("x".repeat(201)), LATER));
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
    void hasItsTagsInTheOrderGivenEachOnce() {
        assertThat(ArticleText.of("t", "d", "b", List.of("b", " a ", "b", "B")).tags())
                .containsExactly("b", "a", "B");
    }

    @Test
    void isEditedByAuthorEditorAndAdministrator() {
        var editor = someone();
        var edited = post.with(
                new ArticleEdit(
                        Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(editor), Change.keep()),
                LATER);
        assertThat(edited.mayBeEditedBy(student(post.authorId()))).isTrue();
        assertThat(edited.mayBeEditedBy(student(editor))).isTrue();
        assertThat(edited.mayBeEditedBy(admin())).isTrue();
        assertThat(edited.mayBeEditedBy(student(someone()))).isFalse();
        assertThat(post.mayBeEditedBy(student(someone()))).isFalse();
    }

    @Test
    void isDecidedByAuthorAndAdministrator() {
        var editor = someone();
        var edited = post.with(
                new ArticleEdit(
                        Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(editor), Change.keep()),
                LATER);
        assertThat(edited.mayBeDecidedBy(student(post.authorId()))).isTrue();
        assertThat(edited.mayBeDecidedBy(admin())).isTrue();
        assertThat(edited.mayBeDecidedBy(student(editor))).isFalse();
    }
}
