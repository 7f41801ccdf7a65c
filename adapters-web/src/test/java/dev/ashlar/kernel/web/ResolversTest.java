// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SampleServer
class ResolversTest {
    @Autowired
    Caller client;

    private String token;

    @BeforeEach
    void logIn() {
        token = client.bearer(Role.EXPERT);
    }

    @Test
    void readsTheActorFromTheTokenAndThePlatformHeader() {
        assertThat(client.get("/api/v1/samples/mine", "Authorization", token).text())
                .isEqualTo("{\"userId\":\"" + Caller.USER + "\",\"role\":\"EXPERT\",\"platform\":\"mentor\"}");
        assertThat(client.get("/api/v1/samples/mine", "Authorization", token, "X-Platform", "courses")
                        .json()
                        .path("platform")
                        .asString(""))
                .isEqualTo("courses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "Mentor"})
    void refusesAnUnknownPlatform(String platform) {
        var answer = client.get("/api/v1/samples/mine", "Authorization", token, "X-Platform", platform);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.unknown-platform");
        assertThat(answer.error()).startsWith("X-Platform: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "101",
                "1000000000",
                "99999999999999999999",
                "ten",
                "",
                "1.5",
                "+5",
                "5&limit=6",
                "%2B5"
            })
    void refusesALimitOutOfBounds(String limit) {
        var answer = client.get("/api/v1/samples?limit=" + limit, "Authorization", token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith("limit: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "!!!", "b3RoZXIubGlzdDo1"})
    void refusesTheCursorOfAnotherList(String cursor) {
        var answer = client.get("/api/v1/samples?cursor=" + cursor, "Authorization", token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid-cursor");
        assertThat(answer.error()).startsWith("cursor: ");
    }

    @Test
    void linksAListToItsNextPage() {
        var first = client.get("/api/v1/samples?limit=2&color=dark_red", "Authorization", token);

        assertThat(first.json().path("items").findValuesAsString("name")).containsExactly("sample 1", "sample 2");
        assertThat(first.json().has("total")).isFalse();
        var cursor = first.json().path("nextCursor").asString("");
        assertThat(first.header("Link"))
                .isEqualTo("</api/v1/samples?limit=2&color=dark_red&cursor=" + cursor + ">; rel=\"next\"");

        var link = first.header("Link");
        var second = client.get(link.substring(1, link.indexOf('>')), "Authorization", token);
        assertThat(second.json().path("items").findValuesAsString("name")).containsExactly("sample 3", "sample 4");
        assertThat(second.json().path("items").path(0).path("color").asString(""))
                .isEqualTo("dark_red");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "3"               | 200
            W/"3"             | 200
            *                 | 200
            "2", "3"          | 200
            "x", W/"3" ,"9"   | 200
            "2", "3-0123456789abcdef" | 200
            "2-0123456789abcdef", "4" | 412
            "3-x"             | 412
            "2", "4"          | 412
            3                 | 412
            "x"               | 412
            "-1"              | 412
            "03"              | 412
            "9999999999"      | 412
            yesterday         | 412
            """)
    void editsTheVersionThatIfMatchNames(String ifMatch, int status) {
        var answer = client.send("PATCH", SampleServer.SAMPLE, "{}", "Authorization", token, "If-Match", ifMatch);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 412) {
            assertThat(answer.code()).isEqualTo("request.stale-version");
            assertThat(answer.error()).isEqualTo("If-Match: must be the ETag of the resource, quotes included");
        }
    }

    @Test
    void readsIfMatchFromEveryLine() {
        var answer = client.sendRaw("PATCH " + SampleServer.SAMPLE + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nIf-Match: \"2\"\r\nIf-Match: \"3\"\r\n"
                + "Connection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesAnEditWithoutAVersion() {
        var answer = client.send("PATCH", SampleServer.SAMPLE, "{}", "Authorization", token);

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.code()).isEqualTo("request.version-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "\"2\", \"3\"", "*"})
    void skipsAResourceThatTheCallerKnows(String ifNoneMatch) {
        for (var method : List.of("GET", "HEAD")) {
            var answer = client.send(method, SampleServer.SAMPLE, null, "If-None-Match", ifNoneMatch);

            assertThat(answer.status()).as(method).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
            assertThat(answer.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"2\", \"4\"", "3", "\"*\""})
    void answersWithAResourceThatTheCallerDoesNotKnow(String ifNoneMatch) {
        var answer = client.get(SampleServer.SAMPLE, "If-None-Match", ifNoneMatch);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void answersAgainWithAResourceThatHasChangedWithoutANewVersion() {
        var first = client.get("/api/v1/samples/counted");
        var second = client.get("/api/v1/samples/counted", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).matches("\"3-[0-9a-f]{16}\"");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).startsWith("\"3-").isNotEqualTo(first.header("ETag"));
    }

    @Test
    void editsAResourceWhateverVersionsTheCallerKnows() {
        var answer = client.send(
                "PATCH", SampleServer.SAMPLE, "{}", "Authorization", token, "If-Match", "\"3\"", "If-None-Match", "*");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/samples?limit=5&limit=5",
                "/api/v1/samples?cursor=a&cursor=a",
                "/api/v1/samples?color=blue&color=blue"
            })
    void refusesASecondValueOfAParameter(String path) {
        var answer = client.get(path, "Authorization", token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).endsWith(": must not appear twice");
    }

    @Test
    void refusesASecondValueOfAHeader() {
        assertThat(client.get(
                                "/api/v1/samples/mine",
                                "Authorization",
                                token,
                                "X-Platform",
                                "mentor",
                                "X-Platform",
                                "mentor")
                        .code())
                .isEqualTo("request.unknown-platform");
    }
}
