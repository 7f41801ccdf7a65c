// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.slice;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.security.AccessTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Client of the server under test. */
@Lazy
public class Caller {
    /** Live session of the user. */
    public static final UUID SESSION = UUID.fromString("019a0000-0000-7000-8000-0000000000cc");

    public static final UUID USER = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    /** Session that has ended. */
    public static final UUID ENDED_SESSION = UUID.fromString("019a0000-0000-7000-8000-00000000dead");

    /** Session whose look-up fails, as if the database were down. */
    public static final UUID UNREADABLE_SESSION = UUID.fromString("019a0000-0000-7000-8000-000000000503");

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JwtEncoder tokens;
    private final int port;

    Caller(JwtEncoder tokens, @Value("${local.server.port}") int port) {
        this.tokens = tokens;
        this.port = port;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        var request = request(path, headers)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
        }
        return send(request.build());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends raw bytes and returns the whole answer as text. */
    public String sendRaw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String bearer(Role role) {
        return bearer(claims -> claims.claim(AccessTokens.ROLE_CLAIM, Labels.of(role)));
    }

    public String bearer(Consumer<JwtClaimsSet.Builder> change) {
        var claims = JwtClaimsSet.builder()
                .issuer(AccessTokens.ISSUER)
                .audience(List.of(AccessTokens.AUDIENCE))
                .subject(USER.toString())
                .claim(AccessTokens.ROLE_CLAIM, "student")
                .claim(AccessTokens.SESSION_CLAIM, SESSION.toString())
                .expiresAt(Instant.now().plusSeconds(60));
        change.accept(claims);
        var header = JwsHeader.with(MacAlgorithm.HS256).type(AccessTokens.TYPE).build();
        return "Bearer "
                + tokens.encode(JwtEncoderParameters.from(header, claims.build()))
                        .getTokenValue();
    }

    public record Answer(int status, HttpResponse<?> raw, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String code() {
            return json().path("type").asString("").replace("/problems/", "");
        }

        /** Returns {@code pointer: message} of the first wrong field. */
        public String error() {
            var first = json().path("errors").path(0);
            return first.path("pointer").asString("") + ": "
                    + first.path("message").asString("");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }
}
