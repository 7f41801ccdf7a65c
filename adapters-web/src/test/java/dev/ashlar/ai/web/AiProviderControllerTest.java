// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.ai.application.AiProviderService;
import dev.ashlar.ai.application.AiProviderView;
import dev.ashlar.ai.application.NewAiProvider;
import dev.ashlar.ai.application.ProviderCheckView;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ServedModel;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class AiProviderControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final AiProviderId ID = new AiProviderId(UUID.fromString("019a0000-0000-7000-8000-0000000000e1"));
    private static final String ALL = "/api/v1/ai/providers";
    private static final String ONE = ALL + "/" + ID.value();
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final String BODY = """
        {"name": "Azure", "type": "azure", "baseUrl": "https://my.azure.example/", "authType": "api_key",
         "secret": "sk-very-secret", "contentPolicy": "full", "unpricedCalls": "store",
         "settings": {"models": [{"model": "small"}, {"model": "large", "name": "deployed"}], "apiVersion": "2024-10-21",
                      "timeouts": {"connectMs": 100, "firstByteMs": 200, "idleMs": 300}}}\
        """;
    private static final ProviderEndpoint ENDPOINT = new ProviderEndpoint(
            ProviderType.AZURE,
            "https://my.azure.example",
            AuthType.API_KEY,
            true,
            new ProviderSettings(
                    List.of(new ServedModel("small", "small"), new ServedModel("large", "deployed")),
                    "2024-10-21",
                    new ProviderTimeouts(100, 200, 300)));
    private static final ProviderPolicy POLICY = new ProviderPolicy(ContentPolicy.FULL, UnpricedCalls.STORE);

    @Autowired
    private AiProviderService providers;

    @Autowired
    private ProviderWorkflow workflow;

    @Autowired
    private Caller client;

    @Test
    void addsAProviderAndNeverShowsItsSecret() {
        given(providers.create(
                        ADMIN, new NewAiProvider("Azure", ENDPOINT, POLICY, 100, new ProviderSecret("sk-very-secret"))))
                .willReturn(view(0));
        var answer = send("POST", ALL, BODY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/hasSecret").asBoolean()).isTrue();
        assertThat(answer.json().at("/settings/models/1/name").asString()).isEqualTo("deployed");
        assertThat(answer.json().at("/priority").asInt()).isEqualTo(100);
        assertThat(answer.text()).doesNotContain("sk-very-secret");
        given(providers.create(any(), any())).willThrow(AiProblem.PROVIDER_NAME_TAKEN.because("Choose another one."));
        assertThat(send("POST", ALL, BODY).status()).isEqualTo(409);
    }

    @Test
    void addsAProviderWithUsualSettings() {
        given(providers.create(any(), any())).willReturn(view(0));
        var body = """
            {"name": "Open", "type": "compatible", "baseUrl": "https://llm.example/v1", "authType": "none",
             "contentPolicy": "none", "unpricedCalls": "refuse"}\
            """;
        assertThat(send("POST", ALL, body).status()).isEqualTo(201);
        var usual = new ProviderSettings(List.of(), null, ProviderTimeouts.DEFAULT);
        then(providers)
                .should()
                .create(
                        ADMIN,
                        new NewAiProvider(
                                "Open",
                                new ProviderEndpoint(
                                        ProviderType.COMPATIBLE, "https://llm.example/v1", AuthType.NONE, false, usual),
                                new ProviderPolicy(ContentPolicy.NONE, UnpricedCalls.REFUSE),
                                100,
                                null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "name": "Azure"                       | "name": " "                                  | /name
        "type": "azure"                       | "type": "openai"                             | /settings/apiVersion
        "type": "azure"                       | "type": "own"                                | /type
        "https://my.azure.example/"           | "ftp://my.azure.example/"                    | /baseUrl
        "https://my.azure.example/"           | "https://user:word@my.azure.example/"        | /baseUrl
        "https://my.azure.example/"           | "https://my.azure.example/?key=1"            | /baseUrl
        "authType": "api_key"                 | "authType": "none"                           | /secret
        "secret": "sk-very-secret"            | "secret": "sk very secret"                   | /secret
        "secret": "sk-very-secret"            | "secret": ""                                 | /secret
        "contentPolicy": "full"               | "contentPolicy": null                        | /contentPolicy
        "unpricedCalls": "store"              | "unpricedCalls": "free"                      | /unpricedCalls
        {"model": "small"}                    | {"model": "large"}                           | /settings/models
        "name": "deployed"                    | "name": "not a name"                         | /settings/models/name
        "connectMs": 100                      | "connectMs": 99                              | /settings/timeouts/connectMs
        "idleMs": 300                         | "idleMs": 600001                             | /settings/timeouts/idleMs
        "contentPolicy": "full"               | "contentPolicy": "full", "isDefault": true   | /isDefault
        """)
    void refusesAnInvalidProviderWithItsPointer(String valid, String invalid, String pointer) {
        var answer = send("POST", ALL, BODY.replace(valid, invalid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
        assertThat(answer.text()).doesNotContain("sk-very-secret").doesNotContain("sk very secret");
    }

    @Test
    void editsWhatIsPresentUnderAVersion() {
        assertThat(send("PATCH", ONE, "{}").status()).isEqualTo(428);
        var edit = new AiProvider.Edit(
                Change.to("Renamed"),
                Change.keep(),
                Change.to(new ProviderSettings(List.of(), null, ProviderTimeouts.DEFAULT)),
                Change.keep(),
                Change.to(UnpricedCalls.REFUSE),
                Change.to(7),
                Change.to(false),
                new ProviderSecret("sk-other"));
        given(providers.edit(ADMIN, ID, 3, edit)).willReturn(view(4));
        var body = """
            {"name": "Renamed", "settings": {}, "unpricedCalls": "refuse", "priority": 7, "active": false, "secret": "sk-other"}\
            """;
        var answer = send("PATCH", ONE, body, "If-Match", "\"3\"");
        assertThat(answer.header("ETag")).as(answer.text()).isEqualTo("\"4\"");
        assertThat(send("PATCH", ONE, "{\"secret\": null}", "If-Match", "\"3\"").error())
                .startsWith("/secret: ");
        assertThat(send("PATCH", ONE, "{\"priority\": 1001}", "If-Match", "\"3\"")
                        .error())
                .startsWith("/priority: ");
        assertThat(send("PATCH", ONE, "{\"settings\": null}", "If-Match", "\"3\"")
                        .error())
                .startsWith("/settings: ");
        given(providers.edit(any(), any(), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(send("PATCH", ONE, "{}", "If-Match", "\"3\"").status()).isEqualTo(412);
    }

    @Test
    void deletesAndRestores() {
        assertThat(send("DELETE", ONE, null).status()).isEqualTo(428);
        assertThat(send("DELETE", ONE, null, "If-Match", "\"4\"").status()).isEqualTo(204);
        then(providers).should().delete(ADMIN, ID, 4);
        given(providers.restore(ADMIN, ID)).willReturn(view(5));
        assertThat(send("POST", ONE + "/restore", null).header("ETag")).isEqualTo("\"5\"");
        given(providers.makeDefault(ADMIN, ID)).willReturn(view(6));
        assertThat(send("POST", ONE + "/default", null).header("ETag")).isEqualTo("\"6\"");
        given(providers.makeDefault(ADMIN, ID)).willThrow(AiProblem.PROVIDER_INACTIVE.because("Activate it first."));
        assertThat(send("POST", ONE + "/default", null).status()).isEqualTo(422);
        given(providers.get(ADMIN, ID)).willThrow(AiProblem.PROVIDER_NOT_FOUND.because("List the providers."));
        assertThat(send("GET", ONE, null).status()).isEqualTo(404);
    }

    @Test
    void testsAProvider() {
        given(workflow.test(ADMIN, ID))
                .willReturn(
                        new ProviderCheckView(ProviderCheck.Result.SECRET_REFUSED, 401, 12, "It refused the secret."));
        var answer = send("POST", ONE + "/test", null).json();
        assertThat(answer.at("/result").asString()).isEqualTo("secret_refused");
        assertThat(answer.at("/statusCode").asInt()).isEqualTo(401);
        assertThat(answer.at("/responseTimeMs").asInt()).isEqualTo(12);
    }

    @Test
    void listsProvidersAndHidesThemFromOthers() {
        given(providers.list(ADMIN, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(0)), Cursor.of("ai.providers", ID)));
        var answer = send("GET", ALL + "?limit=1", null);
        assertThat(answer.json().at("/items/0/name").asString()).isEqualTo("Azure");
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        given(providers.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Only administrators."));
        assertThat(send("GET", ALL, null).status()).isEqualTo(403);
    }

    private static AiProviderView view(int version) {
        return new AiProviderView(ID, "Azure", ENDPOINT, POLICY, new ProviderRank(100, true, false), NOW, NOW, version);
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.ADMIN);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
