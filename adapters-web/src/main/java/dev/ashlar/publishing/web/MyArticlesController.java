// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.AuthorStats;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.MonthlyStats;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.domain.ArticleStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing")
@Tag(name = "Articles", description = "Articles for their authors and editors.")
class MyArticlesController {
    private final ArticleLifecycle lifecycle;
    private final AuthorStats stats;

    MyArticlesController(ArticleLifecycle lifecycle, AuthorStats stats) {
        this.lifecycle = lifecycle;
        this.stats = stats;
    }

    @GetMapping("/my/articles")
    @Operation(
            summary = "List your articles",
            description = "The newest article comes first, of those that you wrote or edit.")
    Listing<OwnArticle> listOwnArticles(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the articles.") @Nullable
                    ArticleStatus status,
            PageRequest page) {
        return Listing.of(lifecycle.own(actor, status, page));
    }

    @GetMapping("/my/trash")
    @Operation(summary = "List your deleted articles", description = "The last deleted article comes first.")
    Listing<DeletedArticle> listTrash(Actor actor, PageRequest page) {
        return Listing.of(lifecycle.trash(actor, page));
    }

    @GetMapping("/authors/{id}/stats")
    @Operation(
            summary = "Get an author's statistics",
            description =
                    "Only the author and administrators may do so. The answer covers the last two years by month (UTC); months without"
                            + " articles are omitted.")
    @Refuses("auth.forbidden")
    StatsAnswer getAuthorStats(Actor actor, @PathVariable @Parameter(description = "Id of the author.") UserId id) {
        return new StatsAnswer(stats.monthly(actor, id));
    }

    /** Statistics by month. */
    record StatsAnswer(List<MonthlyStats> months) {}
}
