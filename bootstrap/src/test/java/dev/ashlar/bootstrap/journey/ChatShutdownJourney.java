// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ashlar stops while a stream goes on for longer than it waits for. */
@Tag("exhaustive")
class ChatShutdownJourney {
    private static final String BODY = """
            {"model": "sandbox-small", "stream": true, "messages": [{"role": "user", "content": "!words 2000 !pace 100"}]}""";
    private static final String REQUEST_ID = "x-request-id: ";

    @TempDir
    private Path directory;

    @Test
    void recordsTheCallThatItEnds() throws IOException {
        try (var instances = new Instances(directory.resolve("home"))) {
            var ashlar = instances.serve(
                    "only", "--ashlar.drain-time=0s", "--spring.lifecycle.timeout-per-shutdown-phase=1s");
            int port = ashlar.address().getPort();
            var token = Api.at(port).demo("student").authorization();
            String id = "";
            try (var client = new Socket("localhost", port)) {
                client.getOutputStream().write(request(token).getBytes(StandardCharsets.US_ASCII));
                var answer = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                for (var line = answer.readLine(); !line.startsWith("data:"); line = answer.readLine()) {
                    id = line.startsWith(REQUEST_ID) ? line.substring(REQUEST_ID.length()) : id;
                }
                ashlar.terminate();
                ashlar.awaitEnd();
            }
            assertThat(ashlar.output()).doesNotContain("NullPointerException", "not recorded", "Exception in thread");
            assertThat(instances
                            .psql()
                            .sql("SELECT status || ' ' || usage_source FROM ai.ai_interactions WHERE id = ?::uuid")
                            .param(id)
                            .query(String.class)
                            .list())
                    .containsExactly("failed estimated");
        }
    }

    private static String request(String token) {
        return "POST /api/v1/ai/v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                + token + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }
}
