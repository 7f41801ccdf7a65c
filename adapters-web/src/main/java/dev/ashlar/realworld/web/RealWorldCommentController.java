// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.LenientParameters;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.CommentView;
import dev.ashlar.publishing.domain.Comment;
import dev.ashlar.publishing.domain.PublishingProblem;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@LenientParameters
@RequestMapping(path = "/api/articles/{slug}/comments", produces = RealWorld.JSON)
@Tag(name = RealWorld.TAG, description = RealWorld.ABOUT)
class RealWorldCommentController {
    private final ArticleReading reading;
    private final CommentService comments;

    RealWorldCommentController(ArticleReading reading, CommentService comments) {
        this.reading = reading;
        this.comments = comments;
    }

    @GetMapping
    @PublicEndpoint
    @Operation(
            summary = "List the comments of an article",
            description =
                    "The oldest comment comes first. At most 1000 are listed, and those within a million characters.")
    @Refuses("publishing.article-not-found")
    CommentsAnswer listRealWorldComments(
            @Nullable Actor reader, @PathVariable @Parameter(description = "Slug of the article.") String slug) {
        var found = reading.comments(slug, reader == null ? null : reader.userId(), 0);
        return new CommentsAnswer(found.stream().map(RealWorldComment::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(summary = "Add a comment to an article", description = "Only the author of a comment may delete it.")
    @Refuses("publishing.article-not-found")
    CommentAnswer addRealWorldComment(
            Actor actor,
            @PathVariable @Parameter(description = "Slug of the article.") String slug,
            @RequestBody @Valid CommentBody body) {
        return new CommentAnswer(
                RealWorldComment.of(comments.comment(actor, slug, body.comment().body())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a comment", description = "For its author and administrators.")
    @Refuses({"publishing.article-not-found", "publishing.comment-not-found", "publishing.comment-forbidden"})
    void deleteRealWorldComment(
            Actor actor,
            @PathVariable @Parameter(description = "Slug of the article.") String slug,
            @PathVariable @Parameter(description = "Id of the comment.") String id) {
        comments.delete(actor, slug, number(id));
    }

    /** Parses the id; other text than a number is the id of no comment. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException none) {
            throw PublishingProblem.COMMENT_NOT_FOUND.because("Ids of comments are numbers.");
        }
    }

    /** Envelope of a new comment. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CommentBody(@NotNull @Valid WrittenComment comment) {}

    /** Text of a new comment. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrittenComment(
            @NotBlank @Size(max = Comment.MAX_BODY, message = RealWorld.TOO_LONG) @Schema(example = "And the cards?")
            String body) {}

    /** Envelope of a comment. */
    record CommentAnswer(RealWorldComment comment) {}

    /** Envelope of the comments of an article. */
    record CommentsAnswer(List<RealWorldComment> comments) {}

    /** Comment of the RealWorld API. */
    record RealWorldComment(
            @Schema(example = "17") long id,
            @Schema(example = RealWorldTime.EXAMPLE) String createdAt,
            @Schema(example = RealWorldTime.EXAMPLE) String updatedAt,
            @Schema(example = "And the cards?") String body,
            RealWorldProfile author) {
        static RealWorldComment of(CommentView view) {
            var comment = view.comment();
            return new RealWorldComment(
                    comment.number(),
                    RealWorldTime.of(comment.createdAt()),
                    RealWorldTime.of(comment.updatedAt()),
                    comment.body(),
                    RealWorldProfile.of(view.author()));
        }
    }
}
