// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamedCompletionTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void putsTheChunksTogether() {
        var stream = new StreamedCompletion(true);
        stream.add(text("Hel"));
        stream.add(text("lo"));
        stream.add(json("""
                {"choices":[{"index":1,"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"f","arguments":"{\\"a"}}]}}]}"""));
        stream.add(json("""
                {"model":"m","choices":[{"index":1,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\":1}"}}]},
                 "finish_reason":"tool_calls"}]}"""));
        var received = json(stream.received().json());
        assertThat(received.at("/model").asString()).isEqualTo("m");
        assertThat(received.at("/choices/0/message/content").asString()).isEqualTo("Hello");
        assertThat(received.at("/choices/1/message/tool_calls/0/id").asString()).isEqualTo("c1");
        assertThat(received.at("/choices/1/message/tool_calls/0/function/arguments")
                        .asString())
                .isEqualTo("{\"a\":1}");
        assertThat(received.at("/choices/1/finish_reason").asString()).isEqualTo("tool_calls");
        assertThat(received.has("truncated")).isFalse();
    }

    /** The tokens are estimated by all of it, nevertheless. */
    @Test
    void keepsTextsUpToAMegabyte() {
        var stream = new StreamedCompletion(true);
        var part = "x".repeat(300_000);
        for (int number = 0; number < 20; number++) {
            stream.add(text(part));
        }
        var received = stream.received();
        assertThat(received.json()).hasSizeBetween(900_000, 1_100_000).contains("\"truncated\":true");
        assertThat(received.textBytes()).isEqualTo(6_000_000);
    }

    @Test
    void keepsNoTextsThatAreNotStored() {
        var stream = new StreamedCompletion(false);
        stream.add(text("secret"));
        assertThat(stream.received().json()).doesNotContain("secret");
        assertThat(stream.received().textBytes()).isEqualTo(6);
    }

    private static JsonNode text(String content) {
        return json("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}");
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
