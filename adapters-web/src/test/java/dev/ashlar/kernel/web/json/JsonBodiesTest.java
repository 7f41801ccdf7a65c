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
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@SampleServer
class JsonBodiesTest {
    private static final String BODY = "{\"name\":\"a\",\"color\":\"blue\",\"count\":1}";

    @Autowired
    Caller client;

    @Autowired
    RequestMappingHandlerAdapter adapter;

    /** Spring adds a converter for each format that it finds on the class path. */
    @Test
    void leavesNoConverterOfAnotherFormat() {
        assertThat(adapter.getMessageConverters())
                .hasExactlyElementsOfTypes(ByteArrayHttpMessageConverter.class, JsonBodies.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/cbor",
                "application/xml",
                "application/problem+json",
                "application/merge-patch+json",
                "application/json;charset=iso-8859-1",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "text/plain",
                "*/*",
                "application/*",
                "*/*;charset=utf-8",
                "json",
                "/"
            })
    void refusesBodiesInAnotherFormat(String contentType) {
        var answer = create(contentType);

        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("request.unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "*/*", "text/*"})
    void refusesBodiesInAnotherFormatThatAreKept(String contentType) {
        var answer = client.send(
                "POST",
                "/api/v1/samples",
                BODY,
                "Authorization",
                client.bearer(Role.STUDENT),
                "Idempotency-Key",
                "k",
                "Content-Type",
                contentType);

        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json;version=1"
            })
    void readsJson(String contentType) {
        assertThat(create(contentType).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/problem+json",
                "application/hal+json",
                "text/csv"
            })
    void refusesToAnswerInAnotherFormat(String accept) {
        var answer = client.get(SampleServer.SAMPLE, "Accept", accept);

        assertThat(answer.status()).as(answer.text()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("request.not-acceptable");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*
            application/*
            application/json
            application/*+json
            application/problem+json, application/json;q=0.1
            application/problem+json, */*;q=0.1
            """)
    void callsASuccessJsonAndARefusalAProblem(String accept) {
        assertThat(client.get(SampleServer.SAMPLE, "Accept", accept).header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(client.get("/api/v1/samples/42", "Accept", accept).header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    private Caller.Answer create(String contentType) {
        return client.send(
                "POST",
                "/api/v1/samples",
                BODY,
                "Authorization",
                client.bearer(Role.STUDENT),
                "Content-Type",
                contentType);
    }
}
