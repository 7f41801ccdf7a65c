// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Accounts of example.org as their users register them and log in to them. */
record Accounts(Api anonymous) {
    static final String PASSWORD = "correct horse battery staple";

    void register(String name) {
        var request = Map.of(
                "email",
                name + "@example.org",
                "username",
                name,
                "password",
                PASSWORD,
                "firstName",
                "First",
                "lastName",
                "Last");
        anonymous.post("/api/v1/auth/register", request).is(202);
    }

    Api.Answer attempt(String name, String password) {
        return anonymous.post("/api/v1/auth/login", Map.of("email", name + "@example.org", "password", password));
    }

    JsonNode login(String name, String password) {
        return attempt(name, password).is(200).json();
    }

    Api.Answer refresh(JsonNode tokens) {
        return anonymous.post(
                "/api/v1/auth/refresh",
                Map.of("refreshToken", tokens.at("/refreshToken").asString()));
    }
}
