// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.LenientParameters;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleList;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LenientParameters
@RequestMapping(path = "/api/articles", produces = RealWorld.JSON)
@Tag(name = RealWorld.TAG, description = RealWorld.ABOUT)
class RealWorldArticleController {
    private static final String MANY_TAGS = "must have at most {max} entries";

    private final ArticleReading reading;
    private final ArticleWriting writing;
    private final ArticleLifecycle lifecycle;
    private final ReaderService readers;

    RealWorldArticleController(
            ArticleReading reading, ArticleWriting writing, ArticleLifecycle lifecycle, ReaderService readers) {
        this.reading = reading;
        this.writing = writing;
        this.lifecycle = lifecycle;
        this.readers = readers;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "List articles",
            description =
                    "The newest article comes first. Filters: tag, username of the author, username of a user who has favorited them.")
    ListAnswer listRealWorldArticles(
            @Nullable Actor reader,
            @RequestParam(required = false) @Parameter(description = "Tag of the articles.") @Nullable String tag,
            @RequestParam(required = false) @Parameter(description = "Username of the author.") @Nullable String author,
            @RequestParam(required = false)
                    @Parameter(description = "Username of a user who has favorited the articles.")
                    @Nullable
                    String favorited,
            @RequestParam(defaultValue = Paging.LIMIT)
                    @Parameter(description = "Maximum number of articles.")
                    @Schema(type = "integer", minimum = "1")
                    String limit,
            @RequestParam(defaultValue = Paging.OFFSET)
                    @Parameter(description = "Number of articles to skip.")
                    @Schema(type = "integer", minimum = "0")
                    String offset) {
        return ListAnswer.of(
                reading.list(given(tag), given(author), given(favorited), idOf(reader), Paging.of(limit, offset)));
    }

    @GetMapping("/feed")
    @Operation(summary = "List articles of followed authors", description = "The newest article comes first.")
    ListAnswer listRealWorldFeed(
            Actor reader,
            @RequestParam(defaultValue = Paging.LIMIT)
                    @Parameter(description = "Maximum number of articles.")
                    @Schema(type = "integer", minimum = "1")
                    String limit,
            @RequestParam(defaultValue = Paging.OFFSET)
                    @Parameter(description = "Number of articles to skip.")
                    @Schema(type = "integer", minimum = "0")
                    String offset) {
        return ListAnswer.of(reading.feed(reader.userId(), Paging.of(limit, offset)));
    }

    @GetMapping("/{slug}")
    @PublicEndpoint
    @Operation(
            summary = "Get an article",
            description = "A caller with a token also learns whether it is a favorite and its author is followed.")
    @Refuses("publishing.article-not-found")
    ArticleAnswer getRealWorldArticle(
            @Nullable Actor reader, @PathVariable @Parameter(description = "Slug of the article.") String slug) {
        return ArticleAnswer.of(reading.article(slug, idOf(reader)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(summary = "Create an article", description = "It is published at once.")
    ArticleAnswer createRealWorldArticle(Actor author, @RequestBody @Valid WriteBody body) {
        return ArticleAnswer.of(writing.publish(author, body.article().text()));
    }

    @PutMapping("/{slug}")
    @Operation(
            summary = "Update an article",
            description =
                    "Absent fields keep their values. A new title changes the slug. An empty tagList removes all tags.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden"})
    ArticleAnswer updateRealWorldArticle(
            Actor actor,
            @PathVariable @Parameter(description = "Slug of the article.") String slug,
            @RequestBody @Valid EditBody body) {
        return ArticleAnswer.of(writing.edit(actor, slug, body.article().edit()));
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an article", description = "Under /api/v1 it can be restored for 30 days.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden"})
    void deleteRealWorldArticle(
            Actor actor, @PathVariable @Parameter(description = "Slug of the article.") String slug) {
        lifecycle.delete(actor, slug);
    }

    @PostMapping("/{slug}/favorite")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(summary = "Add an article to favorites", description = "It appears in the list of your favorites.")
    @Refuses("publishing.article-not-found")
    ArticleAnswer favoriteRealWorldArticle(
            Actor actor, @PathVariable @Parameter(description = "Slug of the article.") String slug) {
        return ArticleAnswer.of(readers.favorite(actor, slug));
    }

    @DeleteMapping("/{slug}/favorite")
    @Operation(summary = "Remove an article from favorites", description = "It leaves the list of your favorites.")
    @Refuses("publishing.article-not-found")
    ArticleAnswer unfavoriteRealWorldArticle(
            Actor actor, @PathVariable @Parameter(description = "Slug of the article.") String slug) {
        return ArticleAnswer.of(readers.unfavorite(actor, slug));
    }

    /** Returns null for an empty filter, which front ends send for none. */
    private static @Nullable String given(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter;
    }

    private static @Nullable UserId idOf(@Nullable Actor reader) {
        return reader == null ? null : reader.userId();
    }

    /** Envelope of a new article. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WriteBody(@NotNull @Valid WrittenArticle article) {}

    /** Text of a new article. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrittenArticle(
            @NotBlank
            @Size(max = ArticleText.MAX_TITLE, message = RealWorld.TOO_LONG)
            @Schema(example = "How engines count")
            String title,

            @NotBlank
            @Size(max = ArticleText.MAX_DESCRIPTION, message = RealWorld.TOO_LONG)
            @Schema(example = "Cogs and cards.")
            String description,

            @NotBlank
            @Size(max = ArticleText.MAX_BODY, message = RealWorld.TOO_LONG)
            @Schema(example = "It begins with a **wheel**.")
            String body,

            @Size(max = ArticleText.MAX_TAGS, message = MANY_TAGS)
            @Schema(example = "[\"engines\", \"numbers\"]")
            @Nullable
            List<@NotBlank @Size(max = ArticleText.MAX_TAG, message = RealWorld.TOO_LONG) String> tagList) {
        ArticleText text() {
            return ArticleText.of(title, description, body, tagList == null ? List.of() : tagList);
        }
    }

    /** Envelope of the changes of an article. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EditBody(@NotNull @Valid EditedArticle article) {}

    /** Changes of an article. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EditedArticle(
            @Schema(example = "How engines think")
            Change<@NotBlank @Size(max = ArticleText.MAX_TITLE, message = RealWorld.TOO_LONG) String> title,

            @Schema(example = "Cogs and cards.")
            Change<@NotBlank @Size(max = ArticleText.MAX_DESCRIPTION, message = RealWorld.TOO_LONG) String> description,

            @Schema(example = "It ends with a **wheel**.")
            Change<@NotBlank @Size(max = ArticleText.MAX_BODY, message = RealWorld.TOO_LONG) String> body,

            @Schema(example = "[\"engines\"]")
            Change<
                            @NotNull @Size(max = ArticleText.MAX_TAGS, message = MANY_TAGS) List<
                                    @NotBlank @Size(max = ArticleText.MAX_TAG, message = RealWorld.TOO_LONG) String>>
                    tagList) {
        ArticleEdit edit() {
            return new ArticleEdit(title, description, body, tagList, Change.keep(), Change.keep());
        }
    }

    /** Envelope of an article. */
    record ArticleAnswer(RealWorldArticle article) {
        static ArticleAnswer of(Authored<ArticleDetails> view) {
            return new ArticleAnswer(RealWorldArticle.of(view));
        }
    }

    /**
     * A page of articles.
     *
     * @param articlesCount number of articles on all pages
     */
    record ListAnswer(
            List<RealWorldListedArticle> articles,
            @Schema(example = "137") long articlesCount) {
        static ListAnswer of(ArticleList list) {
            return new ListAnswer(
                    list.articles().stream().map(RealWorldListedArticle::of).toList(), list.total());
        }
    }
}
