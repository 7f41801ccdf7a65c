// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.CategoryId;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing/articles")
@Tag(name = "Articles", description = "Articles for their authors and editors.")
class ArticleController {
    private final ArticleReading reading;
    private final ArticleWriting writing;
    private final ArticleLifecycle lifecycle;

    ArticleController(ArticleReading reading, ArticleWriting writing, ArticleLifecycle lifecycle) {
        this.reading = reading;
        this.writing = writing;
        this.lifecycle = lifecycle;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "List articles",
            description = "The newest published article comes first. Filters are the author, the category and the tag."
                    + " count=true adds the total.")
    Listing<Authored<ArticleSummary>> listArticles(
            @Nullable Actor reader,
            @RequestParam(required = false) @Parameter(description = "Id of the author.") @Nullable UserId author,
            @RequestParam(required = false) @Parameter(description = "Id of the category.") @Nullable
                    CategoryId category,
            @RequestParam(required = false) @Parameter(description = "Tag of the articles.") @Nullable String tag,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new ArticleFilter(tag, author, null, null, category);
        var found = reading.page(filter, reader == null ? null : reader.userId(), page);
        return Listing.of(found, count, () -> reading.count(filter));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(summary = "Create a draft", description = "Readers do not see the article before it is published.")
    Versioned<Authored<ArticleDetails>> createDraft(Actor author, @RequestBody @Valid DraftRequest request) {
        var view = writing.draft(author, request.text());
        return Versioned.created(
                "/api/v1/publishing/articles/" + view.article().id().value(),
                view.article().edition().version(),
                view);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an article",
            description = "Only its author, its editor and administrators may do so, published or not.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden"})
    Versioned<Authored<ArticleDetails>> getArticle(Actor actor, @PathVariable ArticleId id) {
        var found = writing.find(actor, id);
        return Versioned.okByContent(found.article().edition().version(), found);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update an article",
            description = "Only its author, its editor and administrators may do so, and only its author and"
                    + " administrators assign the editor. Absent fields keep their values; null clears editor and category. A new title leads to"
                    + " a new slug.")
    @Refuses({
        "publishing.article-not-found",
        "publishing.article-forbidden",
        "publishing.category-unknown",
        "request.stale-version"
    })
    Versioned<Authored<ArticleDetails>> updateArticle(
            Actor actor, @PathVariable ArticleId id, IfMatch ifMatch, @RequestBody @Valid EditArticleRequest request) {
        int version = ifMatch.version(() -> versionOf(actor, id));
        return ArticleAnswers.ok(writing.edit(actor, id, version, request.edit()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an article", description = "The article can be restored for 30 days.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden", "request.stale-version"})
    void deleteArticle(Actor actor, @PathVariable ArticleId id, IfMatch ifMatch) {
        lifecycle.delete(actor, id, ifMatch.version(() -> versionOf(actor, id)));
    }

    private int versionOf(Actor actor, ArticleId id) {
        return writing.find(actor, id).article().edition().version();
    }

    /**
     * Content of a new article.
     *
     * @param tags in order; absent means none
     */
    record DraftRequest(
            @NotBlank @Size(max = ArticleText.MAX_TITLE) @Schema(example = "How engines count")
            String title,

            @NotBlank @Size(max = ArticleText.MAX_DESCRIPTION) @Schema(example = "Cogs and cards.")
            String description,

            @NotBlank @Size(max = ArticleText.MAX_BODY) @Schema(example = "It begins with a **wheel**.")
            String body,

            @Size(max = ArticleText.MAX_TAGS) @Schema(example = "[\"engines\"]") @Nullable
            List<@NotBlank @Size(max = ArticleText.MAX_TAG) String> tags) {
        ArticleText text() {
            return ArticleText.of(title, description, body, tags == null ? List.of() : tags);
        }
    }

    /** Changes to an article. */
    record EditArticleRequest(
            @Schema(example = "How engines think") Change<@NotBlank @Size(max = ArticleText.MAX_TITLE) String> title,

            @Schema(example = "Cogs and cards.")
            Change<@NotBlank @Size(max = ArticleText.MAX_DESCRIPTION) String> description,

            @Schema(example = "It ends with a **wheel**.")
            Change<@NotBlank @Size(max = ArticleText.MAX_BODY) String> body,

            @Schema(example = "[\"engines\"]")
            Change<@NotNull @Size(max = ArticleText.MAX_TAGS) List<@NotBlank @Size(max = ArticleText.MAX_TAG) String>>
                    tags,

            Change<UserId> editorId,
            Change<CategoryId> categoryId) {
        ArticleEdit edit() {
            return new ArticleEdit(title, description, body, tags, editorId, categoryId);
        }
    }
}
