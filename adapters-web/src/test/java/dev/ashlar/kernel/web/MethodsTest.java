// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SampleServer
class MethodsTest {
    @Autowired
    Caller client;

    @ParameterizedTest
    @ValueSource(strings = {SampleServer.SAMPLE, "/api/v1/samples?limit=2", "/problems", "/api/v1/samples/42"})
    void answersHeadLikeGetWithoutItsBody(String path) {
        var token = client.bearer(Role.STUDENT);
        var get = client.get(path, "Authorization", token);
        var head = client.send("HEAD", path, null, "Authorization", token);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.text()).isEmpty();
        for (var name : List.of("Content-Type", "ETag", "Link", "Cache-Control", "X-Content-Type-Options")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/samples                                           | GET,HEAD,OPTIONS,POST
            /api/v1/samples?limit=5&nothing=1                         | GET,HEAD,OPTIONS,POST
            /api/v1/samples/                                          | GET,HEAD,OPTIONS,POST
            /api/v1/samples/019a0000-0000-7000-8000-0000000000aa      | GET,HEAD,OPTIONS,PATCH
            /api/v1/samples/019a0000-0000-7000-8000-0000000000aa/buy  | OPTIONS,POST
            """)
    void namesTheMethodsOfAPath(String path, String methods) {
        var answer = client.send("OPTIONS", path, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow").split(",")).containsExactlyInAnyOrder(methods.split(","));
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void namesNoMethodsOfAnUnknownPath() {
        assertThat(client.send("OPTIONS", "/api/v1/nothing", null).status()).isEqualTo(404);
    }

    @Test
    void answersOptionsOfTheWholeServer() {
        assertThat(client.sendRaw("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void letsBrowsersRememberAPreflight() {
        var answer = client.send(
                "OPTIONS",
                "/api/v1/samples",
                null,
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization, content-type");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
    }

    @Test
    void answersHeadToBrowsersOfAllowedOrigins() {
        var answer = client.send("HEAD", "/problems", null, "Origin", "https://app.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
    }

    @Test
    void ignoresASlashAtTheEndOfAPath() {
        assertThat(client.get(SampleServer.SAMPLE + "/").text())
                .isEqualTo(client.get(SampleServer.SAMPLE).text());
        assertThat(client.get("/api/v1/samples/mine/").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/samples/mine/", "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/samples/42/").json().path("instance").asString(""))
                .startsWith("/api/v1/samples/42");
    }
}
