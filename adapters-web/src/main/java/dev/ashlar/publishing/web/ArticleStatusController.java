package dev.ashlar.publishing.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/publishing/articles/{id}")
@Tag(name = "Articles", description = "Articles, for those who write and edit them.")
class ArticleStatusController {
    private final ArticleLifecycle lifecycle;

    ArticleStatusController(ArticleLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @PostMapping("/publish")
    @Operation(summary = "Publish an article now", description = "A draft, a scheduled or an archived one.")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article", "publishing.illegal-transition"})
    ResponseEntity<ArticleView> publish(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.publish(actor, id));
    }

    @PostMapping("/schedule")
    @Operation(summary = "Have a draft published later")
    @Refuses({
        "publishing.no-such-article",
        "publishing.not-your-article",
        "publishing.illegal-transition",
        "publishing.time-in-the-past"
    })
    ResponseEntity<ArticleView> schedule(
            Actor actor, @PathVariable ArticleId id, @RequestBody @Valid ScheduleRequest request) {
        return ArticleAnswers.ok(lifecycle.schedule(actor, id, request.publishAt()));
    }

    @PostMapping("/unschedule")
    @Operation(summary = "Make a scheduled article a draft again")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article", "publishing.illegal-transition"})
    ResponseEntity<ArticleView> unschedule(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.unschedule(actor, id));
    }

    @PostMapping("/archive")
    @Operation(summary = "Take a published article out of sight")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article", "publishing.illegal-transition"})
    ResponseEntity<ArticleView> archive(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.archive(actor, id));
    }

    @PostMapping("/restore")
    @Operation(
            summary = "Take an article out of the trash",
            description = "If its slug is another article's by now, it gets a new one.")
    @Refuses({"publishing.no-such-article", "publishing.not-your-article", "publishing.not-in-trash"})
    ResponseEntity<ArticleView> restore(Actor actor, @PathVariable ArticleId id) {
        return ArticleAnswers.ok(lifecycle.restore(actor, id));
    }

    /** When to publish. */
    record ScheduleRequest(
            @NotNull @Schema(example = "2100-01-31T09:30:00Z")
            Instant publishAt) {}
}
