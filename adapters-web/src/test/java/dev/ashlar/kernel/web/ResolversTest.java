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
        var first = client.get("/api/v1/samples?limit=2&colour=dark_red", "Authorization", token);

        assertThat(first.json().path("items").findValuesAsString("name")).containsExactly("sample 1", "sample 2");
        assertThat(first.json().has("total")).isFalse();
        var cursor = first.json().path("nextCursor").asString("");
        assertThat(first.header("Link"))
                .isEqualTo("</api/v1/samples?limit=2&colour=dark_red&cursor=" + cursor + ">; rel=\"next\"");

        var link = first.header("Link");
        var second = client.get(link.substring(1, link.indexOf('>')), "Authorization", token);
        assertThat(second.json().path("items").findValuesAsString("name")).containsExactly("sample 3", "sample 4");
        assertThat(second.json().path("items").path(0).path("colour").asString(""))
                .isEqualTo("dark_red");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "3"               | 200
            W/"3"             | 200
            *                 | 200
            "2", "3"          | 200
            "x", W/"3" ,"9"   | 200
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
                "/api/v1/samples?colour=blue&colour=blue"
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

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
        var first = buy("key-1", "{\"count\":2}");
        var again = buy("key-1", "{\"count\":2}");
        var other = buy("key-2", "{\"count\":2}");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(first.text()).as("a flat group").matches("\\{\"sequence\":\\d+,\"count\":2}");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(SampleServer.SAMPLE);
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
        assertThat(other.text()).isNotEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"count\":2,\"note\":\"a b\"}", "{ \"note\" : \"\\u0061 b\",\r\n\"count\" : 2.0 }"})
    void comparesBodiesByTheirMeaning(String body) {
        assertThat(reserve("key-6", "{\"note\":\"a b\",\"count\":2}").status()).isEqualTo(200);

        assertThat(reserve("key-6", body).status()).isEqualTo(200);
        for (var other : List.of(
                "{\"note\":\"a  b\",\"count\":2}",
                "{\"note\":\"a b\",\"count\":\"2\"}",
                "{\"note\":\"a b\",\"count\":2,\"more\":null}",
                "{\"note\":\"a b\",\"count\":2",
                "{\"note\":\"a b\",\"count\":1e400}",
                "")) {
            assertThat(reserve("key-6", other).code()).as(other).isEqualTo("request.idempotency-key-reused");
        }
    }

    @Test
    void answersARepetitionWithASlashAtTheEndOfItsPath() {
        var first = buy("key-7", "{\"count\":2}");

        var again = client.send(
                "POST",
                SampleServer.SAMPLE + "/buy/",
                "{\"count\":2}",
                "Authorization",
                token,
                "Idempotency-Key",
                "key-7");

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void refusesAKeyOfAnotherRequest() {
        assertThat(buy("key-3", "{\"count\":2}").status()).isEqualTo(201);

        assertThat(buy("key-3", "{\"count\":3}").code()).isEqualTo("request.idempotency-key-reused");
        var elsewhere = client.send(
                "POST",
                "/api/v1/samples/019a0000-0000-7000-8000-0000000000bb/buy",
                "{\"count\":2}",
                "Authorization",
                token,
                "Idempotency-Key",
                "key-3");
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void comparesABodyThatTheOperationDoesNotRead() {
        assertThat(reserve("key-5", "{\"count\":2}").status()).isEqualTo(200);
        assertThat(reserve("key-5", "{\"count\":2}").status()).isEqualTo(200);

        assertThat(reserve("key-5", "{\"count\":3}").code()).isEqualTo("request.idempotency-key-reused");
    }

    private Caller.Answer reserve(String key, String body) {
        return client.send(
                "POST", SampleServer.SAMPLE + "/reserve", body, "Authorization", token, "Idempotency-Key", key);
    }

    @Test
    void requiresAnIdempotencyKey() {
        var answer = client.send("POST", SampleServer.SAMPLE + "/buy", "{\"count\":2}", "Authorization", token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "has space",
                "more than 128: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesAMalformedIdempotencyKey(String key) {
        assertThat(buy(key, "{\"count\":2}").code()).isEqualTo("request.invalid");
        assertThat(buy(key, "{\"count\":2}").error())
                .isEqualTo("Idempotency-Key: must be one key of 1 to 128 visible ASCII characters");
    }

    private Caller.Answer buy(String key, String body) {
        return client.send("POST", SampleServer.SAMPLE + "/buy", body, "Authorization", token, "Idempotency-Key", key);
    }
}
