package dev.ashlar.realworld.web;

import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.Authored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One article as the RealWorld API shows it.
 *
 * @param tagList in the order the author gave
 * @param favorited whether the one who asks likes it
 * @param favoritesCount how many like it
 */
record RealWorldArticle(
        @Schema(example = "how-engines-count") String slug,
        @Schema(example = "How engines count") String title,
        @Schema(example = "Cogs and cards.") String description,
        @Schema(example = "It begins with a **wheel**.") String body,
        @Schema(example = "[\"engines\", \"numbers\"]") List<String> tagList,
        @Schema(example = RealWorldTime.EXAMPLE) String createdAt,
        @Schema(example = RealWorldTime.EXAMPLE) String updatedAt,
        @Schema(example = "true") boolean favorited,
        @Schema(example = "3") long favoritesCount,
        RealWorldProfile author) {
    static RealWorldArticle of(Authored<ArticleDetails> view) {
        var article = view.article();
        return new RealWorldArticle(
                article.slug(),
                article.text().title(),
                article.text().description(),
                article.text().body(),
                article.text().tags(),
                RealWorldTime.of(article.edition().createdAt()),
                RealWorldTime.of(article.edition().updatedAt()),
                article.reception().favorited(),
                article.reception().favoritesCount(),
                RealWorldProfile.of(view.author()));
    }
}
