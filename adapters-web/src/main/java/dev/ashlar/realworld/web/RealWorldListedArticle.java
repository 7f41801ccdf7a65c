package dev.ashlar.realworld.web;

import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.Authored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An article in a list of the RealWorld API: as a single one, see {@link RealWorldArticle}, without its body. */
record RealWorldListedArticle(
        @Schema(example = "how-engines-count") String slug,
        @Schema(example = "How engines count") String title,
        @Schema(example = "Cogs and cards.") String description,
        @Schema(example = "[\"engines\", \"numbers\"]") List<String> tagList,
        @Schema(example = RealWorldTime.EXAMPLE) String createdAt,
        @Schema(example = RealWorldTime.EXAMPLE) String updatedAt,
        @Schema(example = "true") boolean favorited,
        @Schema(example = "3") long favoritesCount,
        RealWorldProfile author) {
    static RealWorldListedArticle of(Authored<ArticleSummary> view) {
        var article = view.article();
        return new RealWorldListedArticle(
                article.slug(),
                article.title(),
                article.description(),
                article.tags(),
                RealWorldTime.of(article.dates().createdAt()),
                RealWorldTime.of(article.dates().updatedAt()),
                article.reception().favorited(),
                article.reception().favoritesCount(),
                RealWorldProfile.of(view.author()));
    }
}
