// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of the RealWorld API that succeed. */
final class RealWorldSuccesses implements ContextSuccesses {
    private static final String ARTICLE = "/api/articles/{slug}";
    private static final String PROFILE = "/api/profiles/{username}";

    private final Api nobody;

    RealWorldSuccesses(Stage stage) {
        this.nobody = stage.nobody();
    }

    @Override
    public void addTo(Successes all) {
        addArticles(all);
        addUsers(all);
    }

    private void addArticles(Successes all) {
        all.add("POST /api/articles", () -> by(nobody.newcomer()))
                .add(
                        "GET " + ARTICLE,
                        () -> by(nobody, Written.by(nobody.newcomer()).slug()))
                .add("PUT " + ARTICLE, this::ofOwn)
                .add("DELETE " + ARTICLE, this::ofOwn)
                .add("POST " + ARTICLE + "/favorite", this::ofOthers)
                .add("DELETE " + ARTICLE + "/favorite", this::ofOthers)
                .add("GET " + ARTICLE + "/comments", this::ofOthers)
                .add("POST " + ARTICLE + "/comments", this::ofOthers)
                .add("DELETE " + ARTICLE + "/comments/{id}", () -> {
                    var article = Written.by(nobody.newcomer());
                    return by(article.author(), article.slug(), article.comment());
                });
    }

    private void addUsers(Successes all) {
        all.add("GET /api/user", () -> by(nobody.newcomer()))
                .add("GET " + PROFILE, () -> by(nobody, "mentor"))
                .add("POST " + PROFILE + "/follow", () -> by(nobody.newcomer(), "mentor"))
                .add("DELETE " + PROFILE + "/follow", () -> by(nobody.newcomer(), "mentor"))
                .add(
                        "POST /api/users",
                        () -> by(nobody)
                                .with("/user/username", Conduit.newName("reader"))
                                .with("/user/email", mail()))
                .add("POST /api/users/login", () -> {
                    var user = Map.of(
                            "username", Conduit.newName("reader"), "email", mail(), "password", Conduit.PASSWORD);
                    nobody.post("/api/users", Map.of("user", user)).is(201);
                    return by(nobody).with("/user/email", user.get("email")).with("/user/password", Conduit.PASSWORD);
                })
                .add(
                        "PUT /api/user",
                        () -> by(nobody.newcomer())
                                .with("/user/username", Conduit.newName("reader"))
                                .with("/user/email", mail()));
    }

    private Success ofOwn() {
        var article = Written.by(nobody.newcomer());
        return by(article.author(), article.slug());
    }

    private Success ofOthers() {
        return by(nobody.newcomer(), Written.by(nobody.newcomer()).slug());
    }

    private static String mail() {
        return Conduit.newName("reader") + "@example.org";
    }
}
