// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;

/** Those who call the wallet, each with an access token of the right role. */
@Lazy
class People {
    static final UserId ME = new UserId(Caller.USER);
    static final UserId OTHER = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000bb"));
    static final Actor STUDENT = new Actor(ME, Role.STUDENT, "mentor");
    static final Actor ADMIN = new Actor(ME, Role.ADMIN, "mentor");

    private final Caller client;

    People(Caller client) {
        this.client = client;
    }

    Caller.Answer get(Actor who, String path, String... headers) {
        return client.get(path, signed(who, headers));
    }

    Caller.Answer post(Actor who, String path, String body, String... headers) {
        return client.send("POST", path, body, signed(who, headers));
    }

    /** Sends a POST that moves tokens under a new Idempotency-Key. */
    Caller.Answer postOnce(Actor who, String path, String body) {
        return post(who, path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String[] signed(Actor who, String... headers) {
        return Stream.concat(Stream.of("Authorization", client.bearer(who.role())), Stream.of(headers))
                .toArray(String[]::new);
    }
}
