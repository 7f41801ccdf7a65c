// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.sandbox.SandboxWebhooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it: one person, or nobody, sending requests. Immutable; logging in makes another one. */
final class Api {
    static final String DEMO_PASSWORD = "ashlar-demo";
    static final String NEWCOMERS_PASSWORD = "a long password";
    static final String WEBHOOK_SECRET = "only-for-the-webhooks-of-the-journeys";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private final String address;
    private final @Nullable String token;
    private final @Nullable Retries retries;

    private Api(String address, @Nullable String token, @Nullable Retries retries) {
        this.address = address;
        this.token = token;
        this.retries = retries;
    }

    static Api at(int port) {
        return new Api("http://localhost:" + port, null, null);
    }

    /** The same API for nobody, who sends requests again. */
    static Api at(int port, Retries retries) {
        return new Api("http://localhost:" + port, null, retries);
    }

    /** The same API with another access token. */
    Api with(@Nullable String accessToken) {
        return new Api(address, accessToken, retries);
    }

    /** The same person at another instance. */
    Api on(URI instance) {
        return new Api("http://localhost:" + instance.getPort(), token, retries);
    }

    /** The same API for one of the demo people, as in {@code admin}. */
    Api demo(String username) {
        return login(username + "@ashlar.example", DEMO_PASSWORD);
    }

    Api login(String email, String password) {
        var answer = post("/api/v1/auth/login", Map.of("email", email, "password", password));
        assertThat(answer.status()).as("login of %s: %s", email, answer.text()).isEqualTo(200);
        return with(answer.json().at("/accessToken").asString());
    }

    /** Registers a new user, logged in. */
    Api newcomer() {
        var name = "newcomer" + NEWCOMERS.incrementAndGet();
        var email = name + "@ashlar.example";
        var answer = post(
                "/api/v1/auth/register",
                Map.of(
                        "email", email,
                        "username", name,
                        "password", NEWCOMERS_PASSWORD,
                        "firstName", "New",
                        "lastName", "Comer"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return login(email, NEWCOMERS_PASSWORD);
    }

    /** Value of the header that tells who the caller is. */
    String authorization() {
        return "Bearer " + token;
    }

    /** Id of the caller. */
    String myId() {
        return get("/api/v1/me").json().at("/id").asString();
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, JSON.writeValueAsString(body), headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, JSON.writeValueAsString(body), headers);
    }

    /** Sends a POST under a new Idempotency-Key. */
    Answer postOnce(String path, Object body) {
        return post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A message as the payment gateway sends it. */
    Answer webhook(Object message) {
        var body = JSON.writeValueAsString(message);
        return send("POST", "/api/v1/payments/webhooks/sandbox", body, "X-Signature", signature(body));
    }

    /** Signature of the payment gateway for that body at this time. */
    static String signature(String body) {
        return SandboxWebhooks.signature(WEBHOOK_SECRET, System.currentTimeMillis() / 1000, body);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        var request = request(method, path, body, headers);
        var answer = answer(request);
        if (retries != null) {
            retries.judge(answer, () -> answer(request));
        }
        return answer;
    }

    private static Answer answer(HttpRequest request) {
        return new Answer(request.method() + " " + request.uri().getPath(), send(request, BodyHandlers.ofString()));
    }

    /** Answer of a GET, to be read at any pace. */
    HttpResponse<InputStream> open(String path) {
        return send(request("GET", path, null), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", schemeOf(path) + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    /** The RealWorld API has its own. */
    private static String schemeOf(String path) {
        return path.startsWith("/api/") && !path.startsWith("/api/v1/") ? "Token " : "Bearer ";
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(request.toString(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Answer of the server. */
    record Answer(String request, HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Passes if this is a success with that status. */
        Answer is(int status) {
            assertThat(status()).as("%s: %s", request, text()).isEqualTo(status);
            return this;
        }

        /** Passes if this is a refusal with that code, in the form every refusal has. */
        Answer isProblem(int status, String code) {
            assertThat(status()).as("%s: %s", request, text()).isEqualTo(status);
            assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
            assertThat(json().at("/type").asString())
                    .as("%s: %s", request, text())
                    .isEqualTo("/problems/" + code);
            assertThat(json().at("/status").asInt()).isEqualTo(status);
            assertThat(json().at("/title").asString()).isNotBlank();
            assertThat(json().at("/detail").asString()).isNotBlank();
            assertThat(json().at("/traceId").asString())
                    .isEqualTo(header("traceparent").split("-")[1]);
            return this;
        }

        /** Passes if this is a refusal in the form of the RealWorld API that says this and nothing else. */
        Answer isFieldError(int status, String field, String message) {
            assertThat(status()).as("%s: %s", request, text()).isEqualTo(status);
            assertThat(header("Content-Type")).as(request).isEqualToIgnoringCase("application/json;charset=utf-8");
            assertThat(text())
                    .as(request)
                    .isEqualTo(JSON.writeValueAsString(Map.of("errors", Map.of(field, List.of(message)))));
            return this;
        }

        /** Passes if the problem names that field. */
        Answer naming(String pointer) {
            assertThat(json().at("/errors")
                            .valueStream()
                            .map(error -> error.at("/pointer").asString()))
                    .as("%s: %s", request, text())
                    .contains(pointer);
            return this;
        }
    }
}
