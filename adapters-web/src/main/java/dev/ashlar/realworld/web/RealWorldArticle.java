package dev.ashlar.realworld.web;

import dev.ashlar.publishing.application.ArticleView;
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
    static RealWorldArticle of(ArticleView view) {
        var article = view.article();
        return new RealWorldArticle(
                article.slug(),
                article.title(),
                article.description(),
                article.body(),
                article.tags(),
                RealWorldTime.of(article.createdAt()),
                RealWorldTime.of(article.updatedAt()),
                article.favorited(),
                article.favoritesCount(),
                RealWorldProfile.of(view.author()));
    }
}
