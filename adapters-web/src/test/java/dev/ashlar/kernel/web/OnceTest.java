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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SampleServer
class OnceTest {
    @Autowired
    Caller client;

    private String token;

    @BeforeEach
    void logIn() {
        token = client.bearer(Role.EXPERT);
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
