// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.Authored;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing/articles/{id}")
@Tag(name = "Articles", description = "Articles for their authors and editors.")
class ArticleStatusController {
    private final ArticleLifecycle lifecycle;

    ArticleStatusController(ArticleLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @PostMapping("/publish")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Publish an article", description = "Publishes a draft, scheduled or archived article now.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden", "publishing.illegal-transition"})
    Versioned<Authored<ArticleDetails>> publishArticle(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.publish(actor, id));
    }

    @PostMapping("/schedule")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Schedule an article", description = "Publishes a draft at the given time.")
    @Refuses({
        "publishing.article-not-found",
        "publishing.article-forbidden",
        "publishing.illegal-transition",
        "publishing.publication-time-past"
    })
    Versioned<Authored<ArticleDetails>> scheduleArticle(
            Actor actor, @PathVariable ArticleId id, @RequestBody @Valid ScheduleRequest request) {
        return ArticleAnswers.ok(lifecycle.schedule(actor, id, request.publishAt()));
    }

    @PostMapping("/unschedule")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Unschedule an article", description = "Makes a scheduled article a draft again.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden", "publishing.illegal-transition"})
    Versioned<Authored<ArticleDetails>> unscheduleArticle(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.unschedule(actor, id));
    }

    @PostMapping("/archive")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Archive an article", description = "Withdraws a published article from readers.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden", "publishing.illegal-transition"})
    Versioned<Authored<ArticleDetails>> archiveArticle(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.archive(actor, id));
    }

    @PostMapping("/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Restore an article",
            description = "Takes an article out of the trash. If another article has its slug, it gets a new one.")
    @Refuses({"publishing.article-not-found", "publishing.article-forbidden", "publishing.article-not-deleted"})
    Versioned<Authored<ArticleDetails>> restoreArticle(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.restore(actor, id));
    }

    /** Time of publication. */
    record ScheduleRequest(
            @NotNull @Schema(example = "2100-01-31T09:30:00Z")
            Instant publishAt) {}
}
