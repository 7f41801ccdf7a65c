// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** From calls that a client reports to their processing. */
@JourneyTest
class InteractionJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Api owner;
    private Api other;
    private UUID provider;

    @BeforeEach
    void people() {
        owner = Api.at(port).newcomer();
        other = Api.at(port).newcomer();
        provider = Calls.provider(databases.database().owner());
    }

    @Test
    void reportsCallsOnceAndProcessesThem() {
        var call = Calls.call(provider);
        call.put("request", Map.of("model", "m", "messages", List.of()));
        var stored = owner.post(Calls.PATH, call).is(201);
        var path = stored.header("Location");
        assertThat(stored.json().at("/request/model").asString()).isEqualTo("m");
        assertThat(stored.json().at("/totalTokens").asInt()).isEqualTo(1550);
        assertThat(owner.post(Calls.PATH, call).is(200).json()).isEqualTo(stored.json());

        var lines = Stream.generate(() -> Calls.call(provider))
                .limit(3)
                .map(line -> JsonMapper.shared().writeValueAsString(line))
                .collect(Collectors.joining("\n"));
        var bulk = lines + "\n" + JsonMapper.shared().writeValueAsString(call);
        assertThat(bulk(bulk).json()).isEqualTo(JsonMapper.shared().readTree("{\"stored\": 3, \"known\": 1}"));
        assertThat(bulk(bulk).json()).isEqualTo(JsonMapper.shared().readTree("{\"stored\": 0, \"known\": 4}"));
        assertThat(bulk(bulk + "\n{}").status()).isEqualTo(400);

        assertThat(owner.get(path).is(200).json().at("/result/status").asString())
                .isEqualTo("pending");
        other.get(path).isProblem(404, "ai.interaction-not-found");
        Api.at(port).demo("admin").get(path).is(200);
        assertThat(other.get(Calls.PATH).is(200).json().at("/items")).isEmpty();

        var page = owner.get(Calls.PATH + "?provider=" + provider + "&model=sandbox-small&limit=3")
                .is(200)
                .json();
        assertThat(page.at("/items")).hasSize(3);
        var last = owner.get(
                        Calls.PATH + "?limit=3&cursor=" + page.at("/nextCursor").asString())
                .is(200)
                .json();
        assertThat(last.at("/items")).hasSize(1);
        assertThat(last.at("/items/0/id")).isEqualTo(stored.json().at("/id"));

        assertThat(process(2)).isEqualTo("{\"processed\":2,\"more\":true}");
        owner.send("PATCH", path, "{\"status\": \"failed\", \"error\": \"Nonsense\"}")
                .isProblem(409, "ai.illegal-transition");
        owner.send("PATCH", path, "{\"status\": \"processed\"}").is(200);
        assertThat(process(2)).isEqualTo("{\"processed\":2,\"more\":false}");
        assertThat(process(2)).isEqualTo("{\"processed\":0,\"more\":false}");
    }

    @Test
    void exportsCallsAndErasesTheirContentsWithTheAccount() {
        var call = Calls.call(provider);
        call.put("response", Map.of("answer", "42"));
        var id = owner.post(Calls.PATH, call).is(201).json().at("/id").asString();
        assertThat(owner.get("/api/v1/me/export").is(200).text()).contains(id, "42");
    }

    private Api.Answer bulk(String lines) {
        return owner.send("POST", Calls.PATH + "/bulk", lines, "Content-Type", "application/jsonl");
    }

    private String process(int limit) {
        return owner.post(Calls.PATH + "/process", Map.of("limit", limit))
                .is(200)
                .text();
    }
}
