package dev.ashlar.publishing.web;

import dev.ashlar.kernel.web.ETags;
import dev.ashlar.publishing.application.ArticleView;
import org.springframework.http.ResponseEntity;

/** An article as an answer, with its version. */
final class ArticleAnswers {
    private ArticleAnswers() {}

    static ResponseEntity<ArticleView> ok(ArticleView view) {
        return ETags.ok(view.article().version(), view);
    }
}
