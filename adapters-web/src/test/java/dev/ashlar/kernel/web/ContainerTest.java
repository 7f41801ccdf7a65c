// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SampleServer
class ContainerTest {
    private static final String TOO_LARGE = "{\"name\":\"" + "a".repeat(11_000) + "\"}";

    @Autowired
    Caller client;

    @Test
    void continuesTheTraceOfTheCaller() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(traceOf("00-" + trace + "-00f067aa0ba902b7-01"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(traceOf("00-" + trace + "-00f067aa0ba902b7-00")).matches("00-" + trace + "-[0-9a-f]{16}-00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "<script>alert</script>",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void beginsANewTraceInsteadOfAMalformedOne(String malformed) {
        assertThat(traceOf(malformed))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736", "00000000000000000000000000000000");
    }

    @Test
    void givesEachRequestATraceOfItsOwn() {
        var first = client.get("/problems").header("traceparent");
        var second = client.get("/problems").header("traceparent");

        assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").isNotEqualTo(second);
    }

    @Test
    void readsTracesInTheFormOfW3cOnly() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(client.get("/problems", "b3", trace + "-00f067aa0ba902b7-1").header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(trace);
    }

    private String traceOf(String traceparent) {
        return client.get("/problems", "traceparent", traceparent).header("traceparent");
    }

    @Test
    void refusesLargeBodiesByTheirLength() {
        var answer = client.send("POST", "/api/v1/samples", TOO_LARGE, "Authorization", client.bearer(Role.STUDENT));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
        assertThat(answer.json().path("detail").asString("")).contains("10240 bytes");
    }

    @Test
    void refusesLargeBodiesOutsideTheApiToo() {
        assertThat(client.send("GET", "/problems", TOO_LARGE).code()).isEqualTo("request.too-large");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesLargeBodiesWhileTheyAreRead(boolean kept) {
        var request = client.request("/api/v1/samples", "Authorization", client.bearer(Role.STUDENT))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8))));
        if (kept) {
            request.header("Idempotency-Key", "k");
        }

        var answer = client.send(request.build());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 5_000_000})
    void answersCallersThatGoOnSending(int size) {
        var answer = client.send(
                "POST",
                "/api/v1/samples",
                "{\"name\":\"" + "a".repeat(size) + "\"}",
                "Authorization",
                client.bearer(Role.STUDENT));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void readsChunkedBodiesWithinTheLimit() {
        var body = "{\"name\":\"a\",\"color\":\"blue\",\"count\":1}";
        var request = client.request("/api/v1/samples", "Authorization", client.bearer(Role.STUDENT))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));

        assertThat(client.send(request.build()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET /problems HTTP/1.1                            | 400 | request.invalid
            GARBAGE                                           | 400 | request.invalid
            GET /pro<blems HTTP/1.1\\r\\nHost: a                | 400 | request.invalid
            GET /problems HTTP/1.1\\r\\nHost: a\\r\\nBad Header: x | 400 | request.invalid
            GET /%zz HTTP/1.1\\r\\nHost: a                      | 400 | request.invalid
            GET /problems/%00 HTTP/1.1\\r\\nHost: a             | 400 | request.invalid
            GET /problems/a%2fb HTTP/1.1\\r\\nHost: a           | 400 | request.invalid
            GET /problems//a HTTP/1.1\\r\\nHost: a              | 400 | request.invalid
            GET /problems;a=b HTTP/1.1\\r\\nHost: a             | 400 | request.invalid
            GET /problems?a=%zz HTTP/1.1\\r\\nHost: a           | 400 | request.invalid
            GET /api/v1/samples/search?q=%zz HTTP/1.1\\r\\nHost: a | 400 | request.invalid
            GET /api/v1/samples/search?q=%ff%fe HTTP/1.1\\r\\nHost: a | 400 | request.invalid
            GET /api/v1/samples/search?q=ab&a%0Ab=1 HTTP/1.1\\r\\nHost: a | 400 | request.invalid
            GET /problems?%00=1 HTTP/1.1\\r\\nHost: a            | 400 | request.invalid
            GET /problems HTTP/1.1\\r\\nHost: a b              | 400 | request.invalid
            GET /problems HTTP/1.1\\r\\nHost: a\\r\\nExpect: tea | 400 | request.invalid
            GET /problems HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x | 400 | request.invalid
            GET http:// HTTP/1.1\\r\\nHost: a                   | 400 | request.invalid
            BREW /problems HTTP/1.1\\r\\nHost: a                | 405 | request.method-not-allowed
            TRACE /problems HTTP/1.1\\r\\nHost: a               | 405 | request.method-not-allowed
            GET /problems HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: zip | 501 | request.not-implemented
            GET /problems HTTP/9.1\\r\\nHost: a                 | 501 | request.not-implemented
            """)
    void answersMalformedRequestsWithProblems(String request, int status, String code) {
        var answer = client.sendRaw(request.replace("\\r\\n", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("/problems/" + code, "application/problem+json", "traceparent: 00-", "\"traceId\":\"")
                .contains("\"instance\":\"/");
        assertThat(answer)
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'self'",
                        "Referrer-Policy: no-referrer")
                .doesNotContain("<html", "Exception", "Tomcat");
    }

    @Test
    void refusesALargeHeader() {
        var answer =
                client.sendRaw("GET /problems HTTP/1.1\r\nHost: a\r\nX-Large: " + "a".repeat(100_000) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "request.headers-too-large", "Send fewer or shorter headers.");
    }

    /** A proxy that knows no chunks of HTTP/1.0 would take the second request for the body of the first (RFC 9112, 6.1). */
    @ParameterizedTest
    @ValueSource(strings = {"chunked", "identity, chunked", "Chunked"})
    void answersNoSecondRequestAfterChunksOfHttp10(String encoding) {
        var answers = client.sendRaw("POST /api/v1/samples HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n"
                + "Transfer-Encoding: " + encoding + "\r\n\r\n0\r\n\r\n"
                + "GET /problems HTTP/1.0\r\nHost: a\r\n\r\n");

        assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 "))).hasSize(1);
        assertThat(answers).doesNotContain("Connection: keep-alive", "Keep-Alive:");
    }
}
