// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;

/** Published article. */
record Written(Api author, String id, String slug) {
    private static final String ARTICLES = "/api/v1/publishing/articles";

    static Written by(Api author) {
        var draft = draft(author);
        var article =
                author.send("POST", ARTICLES + "/" + draft + "/publish", null).is(200);
        return new Written(author, draft, article.json().at("/article/slug").asString());
    }

    /** Creates a draft and returns its id. */
    static String draft(Api author) {
        var text = Map.of("title", "Stones without mortar", "description", "Ashlar.", "body", "Cut them exactly.");
        return Campus.id(author.post(ARTICLES, text).is(201).header("Location"));
    }

    /** Comments on it as its author, and returns the number of the comment. */
    String comment() {
        return author.post("/api/articles/" + slug + "/comments", Map.of("comment", Map.of("body", "Hm")))
                .is(201)
                .json()
                .at("/comment/id")
                .asString();
    }
}
