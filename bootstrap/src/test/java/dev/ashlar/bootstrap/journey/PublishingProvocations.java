// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of publishing's own API. */
final class PublishingProvocations implements ContextProvocations {
    private static final String ARTICLES = "/api/v1/publishing/articles";
    private static final String ONE = ARTICLES + "/{id}";
    private static final String CATEGORIES = "/api/v1/publishing/categories";
    private static final String CATEGORY = CATEGORIES + "/{id}";
    private static final String NOT_FOUND = "publishing.article-not-found";
    private static final String FORBIDDEN = "publishing.article-forbidden";
    private static final String ILLEGAL = "publishing.illegal-transition";
    private static final String STALE = "request.stale-version";

    private final Api admin;
    private final Api author;
    private final Api stranger;

    PublishingProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.author = stage.nobody().demo("mentor");
        this.stranger = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        addArticles(all);
        addMoves(all);
        addComments(all);
        addCategories(all);
        all.addExamples(stranger, "auth.forbidden", "GET /api/v1/publishing/authors/{id}/stats");
    }

    private void addArticles(Provocations all) {
        all.addExamples(author, NOT_FOUND, "GET " + ONE, "PATCH " + ONE, "DELETE " + ONE)
                .add("GET " + ONE, FORBIDDEN, () -> stranger.get(published()))
                .add("PATCH " + ONE, FORBIDDEN, () -> edit(stranger, published(), Map.of("title", "Mine"), 1))
                .add("PATCH " + ONE, "publishing.category-unknown", () -> {
                    var nowhere = Map.of("categoryId", UUID.randomUUID());
                    return edit(author, draft(), nowhere, 0);
                })
                .add("PATCH " + ONE, STALE, () -> edit(author, draft(), Map.of("title", "Late"), 9))
                .add("DELETE " + ONE, FORBIDDEN, () -> delete(stranger, published(), 1))
                .add("DELETE " + ONE, STALE, () -> delete(author, draft(), 9));
    }

    private void addMoves(Provocations all) {
        for (var move : new String[] {"publish", "schedule", "unschedule", "archive", "restore"}) {
            var operation = "POST " + ONE + "/" + move;
            all.addExamples(author, NOT_FOUND, operation)
                    .add(operation, FORBIDDEN, () -> move(stranger, published(), move));
        }
        all.add("POST " + ONE + "/publish", ILLEGAL, () -> move(author, published(), "publish"))
                .add("POST " + ONE + "/schedule", ILLEGAL, () -> move(author, published(), "schedule"))
                .add("POST " + ONE + "/unschedule", ILLEGAL, () -> move(author, draft(), "unschedule"))
                .add("POST " + ONE + "/archive", ILLEGAL, () -> move(author, draft(), "archive"))
                .add(
                        "POST " + ONE + "/restore",
                        "publishing.article-not-deleted",
                        () -> move(author, draft(), "restore"))
                .add(
                        "POST " + ONE + "/schedule",
                        "publishing.publication-time-past",
                        () -> author.post(draft() + "/schedule", Map.of("publishAt", "2000-01-31T09:30:00Z")));
    }

    private void addComments(Provocations all) {
        var restore = "POST " + ONE + "/comments/{number}/restore";
        all.add(restore, "auth.forbidden", () -> comment(author, published(), 1, "restore"))
                .add(restore, "publishing.comment-not-deleted", () -> {
                    var article = published();
                    return comment(admin, article, commentOn(article), "restore");
                });
        for (var move : new String[] {"hide", "show"}) {
            var operation = "POST " + ONE + "/comments/{number}/" + move;
            all.add(operation, NOT_FOUND, () -> comment(author, ARTICLES + "/" + UUID.randomUUID(), 1, move))
                    .add(operation, "publishing.comment-not-found", () -> comment(author, published(), 999_999, move))
                    .add(operation, FORBIDDEN, () -> comment(stranger, published(), 1, move))
                    .add(operation, ILLEGAL, () -> {
                        var article = published();
                        long number = commentOn(article);
                        comment(author, article, number, "hide").is(204);
                        if (move.equals("show")) {
                            comment(author, article, number, "show").is(204);
                        }
                        return comment(author, article, number, move);
                    });
        }
    }

    private void addCategories(Provocations all) {
        all.addForAdministrators(stranger, "POST " + CATEGORIES, "PATCH " + CATEGORY, "DELETE " + CATEGORY)
                .addExamples(admin, "publishing.category-not-found", "PATCH " + CATEGORY, "DELETE " + CATEGORY)
                .add("POST " + CATEGORIES, "publishing.category-name-taken", () -> {
                    category("Taken").is(201);
                    return category("Taken");
                })
                .add("PATCH " + CATEGORY, "publishing.category-name-taken", () -> {
                    category("Taken too").is(201);
                    return edit(admin, newCategory(), Map.of("name", "Taken too"), 0);
                })
                .add("PATCH " + CATEGORY, STALE, () -> edit(admin, newCategory(), Map.of("name", "Late"), 9))
                .add("DELETE " + CATEGORY, STALE, () -> delete(admin, newCategory(), 9));
    }

    /** Creates a draft and returns its path. */
    private String draft() {
        return author.post(ARTICLES, Map.of("title", "Provoked", "description", "d", "body", "b"))
                .is(201)
                .header("Location");
    }

    private String published() {
        var draft = draft();
        move(author, draft, "publish").is(200);
        return draft;
    }

    private long commentOn(String article) {
        var slug = author.get(article).is(200).json().at("/article/slug").asString();
        return author.post("/api/articles/" + slug + "/comments", Map.of("comment", Map.of("body", "Hm")))
                .is(201)
                .json()
                .at("/comment/id")
                .asLong();
    }

    private Api.Answer category(String name) {
        return admin.post(CATEGORIES, Map.of("name", name));
    }

    private String newCategory() {
        return category("New " + UUID.randomUUID().toString().substring(0, 8))
                .is(201)
                .header("Location");
    }

    private static Api.Answer move(Api who, String article, String move) {
        return who.post(
                article + "/" + move, move.equals("schedule") ? Map.of("publishAt", "2100-01-31T09:30:00Z") : Map.of());
    }

    private static Api.Answer comment(Api who, String article, long number, String move) {
        return who.send("POST", article + "/comments/" + number + "/" + move, null);
    }

    private static Api.Answer edit(Api who, String path, Map<String, ?> change, int version) {
        return who.send("PATCH", path, json(change), "If-Match", "\"" + version + "\"");
    }

    private static Api.Answer delete(Api who, String path, int version) {
        return who.send("DELETE", path, null, "If-Match", "\"" + version + "\"");
    }

    private static String json(Map<String, ?> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
