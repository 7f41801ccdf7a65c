// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Client of the RealWorld API, anonymous or with the token of one user. Immutable. */
record Conduit(Api api, @Nullable String token) {
    static final String PASSWORD = "password123";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    static Conduit at(int port) {
        return new Conduit(Api.at(port), null);
    }

    /** Returns a username that is not taken. */
    static String newName(String like) {
        return like + "_" + PEOPLE.incrementAndGet();
    }

    Conduit with(@Nullable String otherToken) {
        return new Conduit(api, otherToken);
    }

    /** Registers a user and returns a client with its token. */
    Conduit register(String username) {
        var user = Map.of("username", username, "email", username + "@example.org", "password", PASSWORD);
        return with(post("/users", Map.of("user", user))
                .is(201)
                .json()
                .at("/user/token")
                .asString());
    }

    /** Publishes an article and returns its slug. */
    String write(String title, String... tags) {
        var article = Map.of("title", title, "description", "About " + title, "body", "Text", "tagList", tags);
        return post("/articles", Map.of("article", article))
                .is(201)
                .json()
                .at("/article/slug")
                .asString();
    }

    Api.Answer get(String path) {
        return send("GET", path, null);
    }

    Api.Answer post(String path, @Nullable Object body) {
        return send("POST", path, body == null ? null : JSON.writeValueAsString(body));
    }

    Api.Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    Api.Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Api.Answer send(String method, String path, @Nullable String body, String... headers) {
        if (token == null) {
            return api.send(method, "/api" + path, body, headers);
        }
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Token " + token;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.send(method, "/api" + path, body, all);
    }
}
