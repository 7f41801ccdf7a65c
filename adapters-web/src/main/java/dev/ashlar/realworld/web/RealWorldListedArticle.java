// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.Flat;
import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.Authored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Article in a list of the RealWorld API: like {@link RealWorldArticle}, without its body. */
record RealWorldListedArticle(
        @Schema(example = "how-engines-count") String slug,
        @Schema(example = "How engines count") String title,
        @Schema(example = "Cogs and cards.") String description,
        @Schema(example = "[\"engines\", \"numbers\"]") List<String> tagList,
        @Flat RealWorldFacts facts,
        RealWorldProfile author) {
    static RealWorldListedArticle of(Authored<ArticleSummary> view) {
        var article = view.article();
        return new RealWorldListedArticle(
                article.slug(),
                article.title(),
                article.description(),
                article.tags(),
                RealWorldFacts.of(article.dates().createdAt(), article.dates().updatedAt(), article.reception()),
                RealWorldProfile.of(view.author()));
    }
}
