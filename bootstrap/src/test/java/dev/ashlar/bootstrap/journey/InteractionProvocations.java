// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.IdSource;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of interactions with language models. */
final class InteractionProvocations implements ContextProvocations {
    private static final String ONE = Calls.PATH + "/{id}";
    private static final String NOT_FOUND = "ai.interaction-not-found";
    private static final String FORBIDDEN = "auth.forbidden";

    private final Api owner;
    private final Api other;
    private final UUID provider;

    InteractionProvocations(Stage stage) {
        this.owner = stage.nobody().newcomer();
        this.other = stage.nobody().newcomer();
        this.provider = Calls.provider(stage.databases().database().owner());
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(owner, NOT_FOUND, "GET " + ONE, "PATCH " + ONE)
                .add("GET " + Calls.PATH, FORBIDDEN, () -> owner.get(Calls.PATH + "?userId=" + other.myId()))
                .add(
                        "POST " + Calls.PATH + "/process",
                        FORBIDDEN,
                        () -> owner.post(Calls.PATH + "/process", Map.of("limit", 1, "userId", other.myId())))
                .add("POST " + Calls.PATH, FORBIDDEN, () -> owner.post(Calls.PATH, foreign()))
                .add(
                        "POST " + Calls.PATH + "/bulk",
                        FORBIDDEN,
                        () -> owner.send(
                                "POST",
                                Calls.PATH + "/bulk",
                                JsonMapper.shared().writeValueAsString(foreign()),
                                "Content-Type",
                                "application/jsonl"))
                .add(
                        "POST " + Calls.PATH,
                        "ai.provider-not-found",
                        () -> owner.post(Calls.PATH, Calls.call(UUID.randomUUID())))
                .add("POST " + Calls.PATH, "ai.interaction-id-taken", () -> {
                    var call = Calls.call(provider);
                    other.post(Calls.PATH, call).is(201);
                    return owner.post(Calls.PATH, call);
                })
                .add("PATCH " + ONE, "ai.illegal-transition", () -> {
                    var call = owner.post(Calls.PATH, Calls.call(provider)).is(201);
                    owner.send("PATCH", call.header("Location"), "{\"status\": \"processed\"}")
                            .is(200);
                    return owner.send("PATCH", call.header("Location"), "{\"status\": \"pending\"}");
                });
    }

    private Map<String, Object> foreign() {
        var origin = Map.of("providerId", provider.toString(), "model", "sandbox-small", "userId", other.myId());
        return Calls.call(IdSource.timeOrdered().next(), origin);
    }
}
