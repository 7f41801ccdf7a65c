// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.Authored;

/** Answers with an article and its version. */
final class ArticleAnswers {
    private ArticleAnswers() {}

    static Versioned<Authored<ArticleDetails>> ok(Authored<ArticleDetails> view) {
        return Versioned.ok(view.article().edition().version(), view);
    }
}
