// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.NodeTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The npm package openai, unchanged, against Ashlar and the fake provider. */
@JourneyTest
@Tag("exhaustive")
class OpenAiClientJourney {
    private static final NodeTool NODE = new NodeTool("openai@7.59.0", "node");
    private static final String SCRIPT = "openai-client.mjs";

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    @Test
    void worksWithOnlyBaseUrlAndKeyChanged() throws IOException {
        var seen = run(Api.at(port).demo("student"));

        assertThat(seen.at("/whole/text").asString()).isEqualTo("You said: Hello Ashlar");
        assertThat(seen.at("/whole/usage/completion_tokens").asInt()).isEqualTo(4);
        assertThat(seen.at("/whole/requestId").asString()).matches("[0-9a-f-]{36}");
        assertThat(seen.at("/stream/text").asString()).isEqualTo("You said: Hello stream");
        assertThat(seen.at("/stream/chunks").asInt()).isEqualTo(6);
        assertThat(seen.at("/stream/usage").isNull()).isTrue();
        assertThat(seen.at("/streamWithUsage/usage/total_tokens").asInt()).isPositive();
        assertThat(seen.at("/tool/name").asString()).isEqualTo("get_weather");
        assertThat(seen.at("/tool/finish").asString()).isEqualTo("tool_calls");
        assertThat(seen.at("/toolAnswer").asString()).isEqualTo("You said: Sunny");
        assertThat(seen.at("/streamedTools").asInt()).isEqualTo(1);
        assertThat(seen.at("/image").asString()).isEqualTo("I see images: 1. You said: Look");
        assertThat(seen.at("/models").toString()).isEqualTo("[\"sandbox-large\",\"sandbox-small\"]");

        assertFailure(seen.at("/unknownModel"), "NotFoundError", 404, "model_not_found");
        assertFailure(seen.at("/badKey"), "AuthenticationError", 401, "invalid_api_key");
        assertFailure(seen.at("/badRequest"), "BadRequestError", 400, "request.invalid");
        assertFailure(seen.at("/providerDown"), "InternalServerError", 503, "ai.provider-unavailable");
        assertThat(seen.at("/brokenStream/code").asString()).isEqualTo("stream_broken_off");
    }

    private static void assertFailure(JsonNode failure, String name, int status, String code) {
        assertThat(failure.at("/name").asString()).as(failure.toString()).isEqualTo(name);
        assertThat(failure.at("/status").asInt()).isEqualTo(status);
        assertThat(failure.at("/code").asString()).isEqualTo(code);
    }

    private JsonNode run(Api caller) throws IOException {
        try (var script = getClass().getResourceAsStream("/" + SCRIPT)) {
            Files.copy(Objects.requireNonNull(script), directory.resolve(SCRIPT));
        }
        var output = directory.resolve("output.txt").toFile();
        var token = caller.authorization().replace("Bearer ", "");
        NODE.run(directory, output, SCRIPT, "http://localhost:" + port + "/api/v1/ai/v1", token);
        var text = Files.readString(output.toPath());
        assertThat(text).contains("{\"whole\"");
        return JsonMapper.shared().readTree(text.substring(text.indexOf("{\"whole\"")));
    }
}
