// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.CommentService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing/articles/{id}/comments/{number}")
@Tag(name = "Comments", description = "Moderation of comments.")
class CommentModerationController {
    private final CommentService comments;

    CommentModerationController(CommentService comments) {
        this.comments = comments;
    }

    @PostMapping("/hide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Hide a comment",
            description = "Only the author and the editor of the article and administrators may do so.")
    @Refuses({
        "publishing.article-not-found",
        "publishing.comment-not-found",
        "publishing.article-forbidden",
        "publishing.illegal-transition"
    })
    void hideComment(
            Actor actor,
            @PathVariable ArticleId id,
            @PathVariable @Parameter(description = "Number of the comment within its article.") long number) {
        comments.hide(actor, id, number);
    }

    @PostMapping("/show")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Show a hidden comment",
            description = "Only the author and the editor of the article and administrators may do so.")
    @Refuses({
        "publishing.article-not-found",
        "publishing.comment-not-found",
        "publishing.article-forbidden",
        "publishing.illegal-transition"
    })
    void showComment(
            Actor actor,
            @PathVariable ArticleId id,
            @PathVariable @Parameter(description = "Number of the comment within its article.") long number) {
        comments.show(actor, id, number);
    }

    @PostMapping("/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Restore a comment",
            description = "Only administrators may do so, within 30 days of its deletion.")
    @Refuses({"auth.forbidden", "publishing.comment-not-deleted"})
    void restoreComment(
            Actor actor,
            @PathVariable ArticleId id,
            @PathVariable @Parameter(description = "Number of the comment within its article.") long number) {
        comments.restore(actor, id, number);
    }
}
