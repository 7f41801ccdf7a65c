// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of publishing that succeed. */
final class PublishingSuccesses implements ContextSuccesses {
    private static final String ARTICLES = "/api/v1/publishing/articles";
    private static final String ARTICLE = ARTICLES + "/{id}";
    private static final String CATEGORIES = "/api/v1/publishing/categories";
    private static final String COMMENT = ARTICLE + "/comments/{number}";

    private static final Map<String, String> LATER = Map.of("publishAt", "2100-01-31T09:30:00Z");

    private final Api nobody;
    private final Api admin;

    PublishingSuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
    }

    @Override
    public void addTo(Successes all) {
        addArticles(all);
        addModeration(all);
    }

    private void addArticles(Successes all) {
        all.add("POST " + ARTICLES, () -> by(nobody.newcomer()))
                .add("GET " + ARTICLE, this::ofDraft)
                .add(
                        "PATCH " + ARTICLE,
                        () -> ofDraft()
                                .with("/categoryId", category())
                                .with("/editorId", nobody.newcomer().myId()))
                .add("DELETE " + ARTICLE, this::ofDraft)
                .add("POST " + ARTICLE + "/publish", this::ofDraft)
                .add("POST " + ARTICLE + "/schedule", () -> ofDraft().with("/publishAt", "2100-01-31T09:30:00Z"))
                .add("POST " + ARTICLE + "/unschedule", () -> after("schedule"))
                .add("POST " + ARTICLE + "/archive", () -> after("publish"))
                .add("POST " + ARTICLE + "/restore", () -> {
                    var author = nobody.newcomer();
                    var draft = Written.draft(author);
                    author.send("DELETE", ARTICLES + "/" + draft, null, "If-Match", "*")
                            .is(204);
                    return by(author, draft);
                })
                .add("GET /api/v1/publishing/authors/{id}/stats", () -> {
                    var author = nobody.newcomer();
                    return by(author, author.myId());
                });
    }

    private void addModeration(Successes all) {
        all.add("POST " + CATEGORIES, () -> by(admin).with("/name", Campus.code()))
                .add(
                        "PATCH " + CATEGORIES + "/{id}",
                        () -> by(admin, category()).with("/name", Campus.code()).version(0))
                .add(
                        "DELETE " + CATEGORIES + "/{id}",
                        () -> by(admin, category()).version(0))
                .add("POST " + COMMENT + "/hide", () -> {
                    var author = nobody.newcomer();
                    var article = Written.by(author);
                    return by(author, article.id(), article.comment());
                })
                .add("POST " + COMMENT + "/show", () -> {
                    var author = nobody.newcomer();
                    var article = Written.by(author);
                    var comment = article.comment();
                    author.send("POST", ARTICLES + "/" + article.id() + "/comments/" + comment + "/hide", null)
                            .is(204);
                    return by(author, article.id(), comment);
                })
                .add("POST " + COMMENT + "/restore", () -> {
                    var article = Written.by(nobody.newcomer());
                    var comment = article.comment();
                    article.author()
                            .send("DELETE", "/api/articles/" + article.slug() + "/comments/" + comment, null)
                            .is(204);
                    return by(admin, article.id(), comment);
                });
    }

    private Success ofDraft() {
        var author = nobody.newcomer();
        return by(author, Written.draft(author));
    }

    private Success after(String step) {
        var author = nobody.newcomer();
        var draft = Written.draft(author);
        author.post(ARTICLES + "/" + draft + "/" + step, step.equals("schedule") ? LATER : Map.of())
                .is(200);
        return by(author, draft);
    }

    private String category() {
        return Mentoring.id(
                admin.post(CATEGORIES, Map.of("name", Campus.code())).is(201));
    }
}
