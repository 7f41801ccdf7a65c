// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.MetadataService;
import dev.ashlar.operations.application.MetadataView;
import dev.ashlar.operations.domain.MetadataEntryId;
import dev.ashlar.operations.domain.OperationsProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OperationsServer
class MetadataControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final MetadataEntryId ID =
            new MetadataEntryId(UUID.fromString("019a0000-0000-7000-8000-0000000000f1"));
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final String ENTRIES = "/api/v1/operations/system-metadata";
    private static final String ONE = ENTRIES + "/support.contact";
    private static final String BODY = """
            {"key": "support.contact", "value": {"a": [1.5, "x", null, true]}, "description": "Contact."}""";

    @Autowired
    private MetadataService metadata;

    @Autowired
    private Caller client;

    @Test
    void addsAnEntry() {
        given(metadata.create(ADMIN, "support.contact", "{\"a\":[1.5,\"x\",null,true]}", "Contact."))
                .willReturn(view(0));
        var answer = send("POST", ENTRIES, BODY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/value/a/0").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/key").asString()).isEqualTo("support.contact");
        given(metadata.create(any(), any(), any(), any()))
                .willThrow(OperationsProblem.METADATA_KEY_TAKEN.because("Replace it."));
        assertThat(send("POST", ENTRIES, BODY).code()).isEqualTo("operations.metadata-key-taken");
    }

    @Test
    void storesNullAsAValue() {
        given(metadata.replace(ADMIN, "support.contact", 1, "null", "Contact.")).willReturn(view(2));
        assertThat(send("PUT", ONE, "{\"value\": null, \"description\": \"Contact.\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "key": "support.contact" | "other": 1                | /other
            "key": "support.contact" | "key": null               | /key
            "description": "Contact."| "description": " "        | /description
            "value": {"a":           | "nothing": {"a":          | /nothing
            1.5                      | 1e400                     | /value
            "x"                      | "\\u0000"                 | /value
            "x"                      | "\\ud800"                 | /value
            {"a":                    | {"\\u0000":               | /value
            """)
    void refusesAnInvalidEntryWithItsPointer(String valid, String invalid, String pointer) {
        var answer = send("POST", ENTRIES, BODY.replace(valid, invalid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer);
    }

    @Test
    void changesAndDeletesUnderAVersion() {
        var body = "{\"value\": 2, \"description\": \"Contact.\"}";
        assertThat(send("PUT", ONE, body).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        then(metadata).shouldHaveNoInteractions();
        given(metadata.replace(ADMIN, "support.contact", 3, "2", "Contact.")).willReturn(view(4));
        assertThat(send("PUT", ONE, body, "If-Match", "\"3\"").header("ETag")).isEqualTo("\"4\"");
        assertThat(send("DELETE", ONE, null, "If-Match", "\"4\"").status()).isEqualTo(204);
        then(metadata).should().delete(ADMIN, "support.contact", 4);
        given(metadata.replace(any(), any(), anyInt(), any(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PUT", ONE, body, "If-Match", "\"3\"").status()).isEqualTo(412);
    }

    @Test
    void listsAndGetsEntries() {
        given(metadata.list(ADMIN, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(0)), Cursor.of("operations.system-metadata", ID)));
        var answer = send("GET", ENTRIES + "?limit=1", null);
        assertThat(answer.json().at("/items/0/description").asString()).isEqualTo("Contact.");
        assertThat(answer.header("Link")).contains("cursor=");
        given(metadata.get(ADMIN, "support.contact")).willReturn(view(7));
        assertThat(send("GET", ONE, null).header("ETag")).isEqualTo("\"7\"");
        given(metadata.get(any(), any())).willThrow(OperationsProblem.METADATA_NOT_FOUND.because("None."));
        assertThat(send("GET", ONE, null).code()).isEqualTo("operations.metadata-not-found");
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", client.bearer(Role.ADMIN)));
        return client.send(method, path, body, all.toArray(String[]::new));
    }

    private static MetadataView view(int version) {
        return new MetadataView(ID, "support.contact", "{\"a\": [1]}", "Contact.", AT, AT, version);
    }
}
