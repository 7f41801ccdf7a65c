package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleView;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.ListedView;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.CategoryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "Articles", description = "Articles, for those who write and edit them.")
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
            summary = "Published articles, newest first",
            description = "Filter by author, category and tag; all that is given must hold. count=true adds the total.")
    Listing<ListedView> list(
            @Nullable Actor reader,
            @RequestParam(required = false) @Nullable UserId author,
            @RequestParam(required = false) @Nullable CategoryId category,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new ArticleFilter(tag, author, null, category);
        var slice = reading.slice(filter, reader == null ? null : reader.userId(), page);
        return Listing.of(slice, count ? (Long) reading.count(filter) : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin an article", description = "Nobody else sees it before it is published.")
    ResponseEntity<ArticleView> draft(Actor author, @RequestBody @Valid DraftRequest request) {
        var view = writing.draft(author, request.text());
        return ResponseEntity.created(URI.create(
                        "/api/v1/publishing/articles/" + view.article().id().value()))
                .eTag(ETags.of(view.article().version()))
                .body(view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One article, as those who work on it see it", description = "Published or not.")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article"})
    ResponseEntity<ArticleView> one(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(writing.find(actor, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change an article",
            description = "Its author, its editor and administrators may; its editor is named by its author and by"
                    + " administrators only. Fields that are absent stay; null clears editor and category. A new title makes"
                    + " a new slug.")
    @Refuses({
        "publishing.no-such-article",
        "publishing.not-your-article",
        "publishing.unknown-category",
        "request.stale-version"
    })
    ResponseEntity<ArticleView> edit(
            Actor actor, @PathVariable ArticleId id, IfMatch ifMatch, @RequestBody @Valid EditArticleRequest request) {
        return ArticleAnswers.ok(writing.edit(actor, id, ifMatch.version(), request.edit()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put an article into the trash", description = "It can be restored for 30 days.")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article", "request.stale-version"})
    void delete(Actor actor, @PathVariable ArticleId id, IfMatch ifMatch) {
        lifecycle.delete(actor, id, ifMatch.version());
    }

    /**
     * A new article.
     *
     * @param tags in order, each once; none if absent
     */
    record DraftRequest(
            @NotBlank @Size(max = 200) @Schema(example = "How engines count")
            String title,

            @NotBlank @Size(max = 500) @Schema(example = "Cogs and cards.")
            String description,

            @NotBlank @Size(max = 100_000) @Schema(example = "It begins with a **wheel**.")
            String body,

            @Size(max = 20) @Schema(example = "[\"engines\"]") @Nullable
            List<@NotBlank @Size(max = 50) String> tags) {
        ArticleText text() {
            return ArticleText.of(title, description, body, tags == null ? List.of() : tags);
        }
    }

    /** What to change of an article. */
    record EditArticleRequest(
            @Schema(example = "How engines think") Change<@NotBlank @Size(max = 200) String> title,
            @Schema(example = "Cogs and cards.") Change<@NotBlank @Size(max = 500) String> description,
            @Schema(example = "It ends with a **wheel**.") Change<@NotBlank @Size(max = 100_000) String> body,

            @Schema(example = "[\"engines\"]")
            Change<@NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String>> tags,

            Change<UserId> editorId,
            Change<CategoryId> categoryId) {
        ArticleEdit edit() {
            return new ArticleEdit(title, description, body, tags, editorId, categoryId);
        }
    }
}
