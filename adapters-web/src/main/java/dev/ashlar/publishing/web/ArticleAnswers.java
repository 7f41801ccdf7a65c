package dev.ashlar.publishing.web;

import dev.ashlar.kernel.web.ETags;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.Authored;
import org.springframework.http.ResponseEntity;

/** Answers with an article and its version. */
final class ArticleAnswers {
    private ArticleAnswers() {}

    static ResponseEntity<Authored<ArticleDetails>> ok(Authored<ArticleDetails> view) {
        return ETags.ok(view.article().edition().version(), view);
    }
}
