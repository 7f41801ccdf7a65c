// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.kernel.Flat;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.Authored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Article in the form of the RealWorld API.
 *
 * @param tagList in the author's order
 */
record RealWorldArticle(
        @Schema(example = "how-engines-count") String slug,
        @Schema(example = "How engines count") String title,
        @Schema(example = "Cogs and cards.") String description,
        @Schema(example = "It begins with a **wheel**.") String body,
        @Schema(example = "[\"engines\", \"numbers\"]") List<String> tagList,
        @Flat RealWorldFacts facts,
        RealWorldProfile author) {
    static RealWorldArticle of(Authored<ArticleDetails> view) {
        var article = view.article();
        return new RealWorldArticle(
                article.slug(),
                article.text().title(),
                article.text().description(),
                article.text().body(),
                article.text().tags(),
                RealWorldFacts.of(
                        article.edition().createdAt(), article.edition().updatedAt(), article.reception()),
                RealWorldProfile.of(view.author()));
    }
}
