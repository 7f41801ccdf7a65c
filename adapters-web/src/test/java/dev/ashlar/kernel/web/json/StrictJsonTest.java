// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SampleServer
class StrictJsonTest {
    @Autowired
    Caller client;

    private Caller.Answer post(String body) {
        return client.send("POST", "/api/v1/samples", body, "Authorization", client.bearer(Role.STUDENT));
    }

    @Test
    void readsAndWritesTheSameForms() {
        var body = """
                {"name":"a","color":"dark_red","count":2,"price":"1.50","fragile":true,\
                "madeAt":"2026-01-31T10:30:00.5+01:00","like":"019A0000-0000-7000-8000-0000000000AA",\
                "parts":[{"name":"\\uD83D\\uDE00","weight":9007199254740993}],"tags":["t"],"day":"2026-01-31","hour":"09:30"}""";

        var answer = post(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("""
                {"name":"a","color":"dark_red","count":2,"price":"1.50","fragile":true,\
                "madeAt":"2026-01-31T09:30:00.500Z","like":"019a0000-0000-7000-8000-0000000000aa",\
                "parts":[{"name":"\uD83D\uDE00","weight":9007199254740993}],"tags":["t"],"day":"2026-01-31","hour":"09:30:00"}""");
    }

    /** Each of these characters takes two of Java's. */
    @Test
    void countsCharactersAsTheDatabaseDoes() {
        var body = "{\"name\":\"%s\",\"color\":\"blue\",\"count\":1}";

        assertThat(post(body.formatted("\uD83D\uDE08".repeat(20))).status()).isEqualTo(201);
        assertThat(post(body.formatted("\uD83D\uDE08".repeat(21))).error())
                .isEqualTo("/name: size must be between 0 and 20");
        assertThat(client.get("/api/v1/samples/search?q=%F0%9F%98%88").error())
                .isEqualTo("q: size must be between 2 and 20");
    }

    @Test
    void keepsTheLastMicrosecondThatTheDatabaseStores() {
        var answer = post("""
                {"name":"a","color":"blue","count":2,"madeAt":"9999-12-31T23:59:59.999999999Z",\
                "day":"9999-12-31","hour":"23:59:59.999999999"}""");

        assertThat(answer.json().path("madeAt").asString("")).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(answer.json().path("day").asString("")).isEqualTo("9999-12-31");
        assertThat(answer.json().path("hour").asString("")).isEqualTo("23:59:59.999999");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","color":"blue","count":1,"size":1}      | /size: is not a known field; known are color, count, day, fragile, hour, like, madeAt, name, parts, price, tags
            {"name":5,"color":"blue","count":1}                 | /name: must be a string
            {"name":true,"color":"blue","count":1}              | /name: must be a string
            {"name":["a"],"color":"blue","count":1}             | /name: must be a string
            {"name":"a\\u0000","color":"blue","count":1}         | /name: must not contain NUL characters or unpaired surrogates
            {"name":"a\\uD800","color":"blue","count":1}         | /name: must not contain NUL characters or unpaired surrogates
            {"name":"a\\uDC00\\uD800","color":"blue","count":1}   | /name: must not contain NUL characters or unpaired surrogates
            {"name":" \\u200B","color":"blue","count":1}       | /name: must not be blank
            {"name":"a","color":"BLUE","count":1}               | /color: must be one of dark_red, blue
            {"name":"a","color":"","count":1}                   | /color: must be one of dark_red, blue
            {"name":"a","color":1,"count":1}                    | /color: must be one of dark_red, blue
            {"name":"a","color":"blue","count":"1"}             | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":""}              | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":1.5}             | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":1.0}             | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":true}            | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":2147483648}      | /count: must be a whole number from -2147483648 to 2147483647
            {"name":"a","color":"blue","count":null}            | /count: is required
            {"name":"a","color":"blue"}                         | /count: is required
            {"name":"a","color":"blue","count":1,"price":1.5}   | /price: must be a string
            {"name":"a","color":"blue","count":1,"price":"1e3"} | /price: must be a decimal number as a string, such as "12.50"
            {"name":"a","color":"blue","count":1,"fragile":"true"} | /fragile: must be true or false
            {"name":"a","color":"blue","count":1,"fragile":1}   | /fragile: must be true or false
            {"name":"a","color":"blue","count":1,"madeAt":1769851800} | /madeAt: must be a string
            {"name":"a","color":"blue","count":1,"madeAt":"2026-01-31T09:30:00"} | /madeAt: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"madeAt":"2026-02-30T09:30:00Z"} | /madeAt: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"madeAt":"0000-12-31T23:59:59Z"} | /madeAt: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"madeAt":"0001-01-01T00:00:00+00:01"} | /madeAt: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"madeAt":"9999-12-31T23:59:59-00:01"} | /madeAt: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"day":"0000-01-01"} | /day: must be a date such as 2026-01-31, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"like":"1-1-1-1-1"} | /like: must be a UUID in its form of 36 characters
            {"name":"a","color":"blue","count":1,"like":{"value":"019a0000-0000-7000-8000-0000000000aa"}} | /like: must be a string
            {"name":"a","color":"blue","count":1,"tags":["b","c\\u0000"]} | /tags/1: must not contain NUL characters or unpaired surrogates
            {"name":"a","color":"blue","count":1,"tags":"b"}    | /tags: must be an array
            {"name":"a","color":"blue","count":1,"tags":["b",1]} | /tags/1: must be a string
            {"name":"a","color":"blue","count":1,"day":[2026,1,31]} | /day: must be a string
            {"name":"a","color":"blue","count":1,"day":20000}   | /day: must be a string
            {"name":"a","color":"blue","count":1,"day":"2026-02-30"} | /day: must be a date such as 2026-01-31, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"day":"+12026-02-03"} | /day: must be a date such as 2026-01-31, in a year from 0001 to 9999
            {"name":"a","color":"blue","count":1,"hour":"24:00"} | /hour: must be a time of day such as 09:30
            {"name":"a","color":"blue","count":1,"hour":"9:30"} | /hour: must be a time of day such as 09:30
            {"name":"a","color":"blue","count":1,"parts":{}}    | /parts: must be an array
            {"name":"a","color":"blue","count":1,"parts":["a"]} | /parts/0: must be an object
            {"name":"a","color":"blue","count":1,"parts":[{"name":"p","weight":1},{"name":"p","weight":"x"}]} | /parts/1/weight: must be a whole number of at most 64 bits
            {"name":"a","color":"blue","count":1,"count":2}     | /count: must not appear twice
            {"name":"","color":"blue","count":1}                | /name: must not be blank
            {"name":"a","color":null,"count":1}                 | /color: must not be null
            {"name":"a","color":"blue","count":1,"parts":[{"name":" ","weight":1}]} | /parts/0/name: must not be blank
            """)
    void refusesNearlyValidValuesAndNamesTheirPlace(String body, String error) {
        var answer = post(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).as(answer.text()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a"                                            | ends too early
            {"name":'a'}                                           | line 1, column 9
            {"name":"a","color":"blue","count":1} x               | line 1, column 39
            {"name":"a","color":"blue","count":1} {}              | nothing after it
            []                                                     | errors says where
            "text"                                                 | errors says where
            null                                                   | as the API description says
            ``                                                     | as the API description says
            {"name":"a","color":"blue","count":NaN}               | line 1
            """)
    void refusesMalformedBodies(String body, String detail) {
        var answer = post(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.json().path("detail").asString("")).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"name\":"})
    void refusesDeepNesting(String opening) {
        var answer = post(opening.repeat(1000));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void namesAllInvalidFieldsAtOnce() {
        var answer = post("{\"name\":\"\",\"count\":1,\"parts\":[{\"name\":\"\",\"weight\":1}]}");

        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/name", "/color", "/parts/0/name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                              | {"nameGiven":false,"name":null,"colorGiven":false}
            {"name":null}                   | {"nameGiven":true,"name":null,"colorGiven":false}
            {"name":"x"}                    | {"nameGiven":true,"name":"x","colorGiven":false}
            {"name":"x","color":null}      | {"nameGiven":true,"name":"x","colorGiven":true}
            """)
    void distinguishesAbsentFromNull(String body, String edited) {
        var answer = client.send(
                "PATCH", SampleServer.SAMPLE, body, "Authorization", client.bearer(Role.STUDENT), "If-Match", "\"3\"");

        assertThat(answer.text()).isEqualTo(edited);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":5}         | /name: must be a string
            {"name":"toolong"} | /name: size must be between 0 and 5
            {"color":"red"}   | /color: must be one of dark_red, blue
            {"colour":"blue"}  | /colour: is not a known field; known are color, name
            """)
    void checksTheValuesOfChanges(String body, String error) {
        var answer = client.send(
                "PATCH", SampleServer.SAMPLE, body, "Authorization", client.bearer(Role.STUDENT), "If-Match", "\"3\"");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
    }
}
