// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.RememberedRefusals;
import dev.ashlar.sample.web.SampleServer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

@SampleServer
class SecurityTest {
    private static final String MINE = "/api/v1/samples/mine";

    @Autowired
    Caller client;

    @Autowired
    RememberedRefusals refusals;

    @Test
    void closesOperationsThatAreNotPublic() {
        var closed = client.get(MINE);

        assertThat(closed.status()).isEqualTo(401);
        assertThat(closed.code()).isEqualTo("auth.unauthenticated");
        assertThat(closed.json().path("detail").asString("")).startsWith("There is no access token");
        assertThat(closed.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(closed.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(client.get(SampleServer.SAMPLE).status()).isEqualTo(200);
        assertThat(client.get(MINE, "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsAnOperationClosedIfAPublicPatternMatchesItsPath() {
        // GET /samples/{id} is public and would match /samples/mine, too.
        assertThat(client.get("/api/v1/samples/mine").status()).isEqualTo(401);
        assertThat(client.send("PATCH", SampleServer.SAMPLE, "{}").status()).isEqualTo(401);
        assertThat(client.send("HEAD", "/api/v1/samples", null).status()).isEqualTo(401);
    }

    @Test
    void readsTheSchemeBearerInAnyCaseAndNoOther() {
        var token = client.bearer(Role.STUDENT).substring("Bearer ".length());
        for (var scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
            assertThat(client.get(MINE, "Authorization", scheme + " " + token).status())
                    .isEqualTo(200);
        }
        for (var scheme : new String[] {"Basic", "Token"}) {
            assertThat(client.get(MINE, "Authorization", scheme + " " + token)
                            .json()
                            .path("detail")
                            .asString(""))
                    .startsWith("There is no access token");
        }
    }

    @Test
    void tellsEveryCallerTheMethodsOfAPath() {
        var answer = client.send("OPTIONS", MINE, null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void answersAFailedLookUpOfASessionWithAProblem() {
        var token = client.bearer(
                claims -> claims.claim("role", "student").claim("sid", Caller.UNREADABLE_SESSION.toString()));
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = client.get(MINE, "Authorization", token, "traceparent", "00-" + trace + "-00f067aa0ba902b7-00");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("request.unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("traceparent")).startsWith("00-" + trace);
        assertThat(answer.json().path("traceId").asString("")).isEqualTo(trace);
        assertThat(answer.json().path("instance").asString("")).isEqualTo(MINE);
        assertThat(answer.text()).doesNotContain("secret");
    }

    static Stream<Consumer<JwtClaimsSet.Builder>> badClaims() {
        return Stream.of(
                claims -> claims.issuer("another issuer"),
                claims -> claims.claims(all -> all.remove("iss")),
                claims -> claims.audience(List.of("another audience")),
                claims -> claims.claims(all -> all.remove("aud")),
                claims -> claims.subject("not-a-uuid"),
                claims -> claims.subject("019a0000-0000-7000-8000-0000000000bb"),
                claims -> claims.claims(all -> all.remove("sub")),
                claims -> claims.claim("role", "root"),
                claims -> claims.claim("role", "ADMIN"),
                claims -> claims.claims(all -> all.remove("role")),
                claims -> claims.claim("sid", "not-a-uuid"),
                claims -> claims.claim("sid", List.of(Caller.SESSION.toString())),
                claims -> claims.claims(all -> all.remove("sid")),
                claims -> claims.claim("sid", Caller.ENDED_SESSION.toString()),
                claims -> claims.claims(all -> all.remove("exp")),
                claims -> claims.expiresAt(
                        Instant.now().plus(AccessTokens.MAX_LIFETIME).plusSeconds(60)),
                claims -> claims.expiresAt(Instant.now().minusSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void refusesTokensWithOtherClaims(Consumer<JwtClaimsSet.Builder> change) {
        assertBadToken(client.bearer(change));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer two words",
                "Bearer a.b.c",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTlhMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEifQ."
            })
    void refusesMalformedTokens(String header) {
        assertBadToken(header);
    }

    @Test
    void refusesTokensOfAnotherKeyAlgorithmOrType() throws Exception {
        var secret = "a secret for tests, long enough to sign with";
        assertThat(client.get(MINE, "Authorization", signed(JWSAlgorithm.HS256, secret, "at+jwt"))
                        .status())
                .isEqualTo(200);
        assertBadToken(signed(JWSAlgorithm.HS256, "another secret that is long enough, too", "at+jwt"));
        assertBadToken(signed(JWSAlgorithm.HS384, secret + "....................", "at+jwt"));
        assertBadToken(signed(JWSAlgorithm.HS256, secret, "JWT"));
        assertBadToken(signed(JWSAlgorithm.HS256, secret, null));
    }

    private static String signed(JWSAlgorithm algorithm, String secret, @Nullable String type) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(type == null ? null : new JOSEObjectType(type))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("ashlar")
                        .audience("ashlar")
                        .subject(Caller.USER.toString())
                        .claim("role", "admin")
                        .claim("sid", Caller.SESSION.toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new MACSigner(secret));
        return "Bearer " + token.serialize();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer two words", "Bearer a.b.c", "Basic YTpi", "nonsense"})
    void ignoresABadTokenWhereNoneIsNeeded(String header) {
        assertThat(client.get(SampleServer.SAMPLE, "Authorization", header).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void takesACallerWithOtherClaimsForAnonymous(Consumer<JwtClaimsSet.Builder> change) {
        var token = client.bearer(change);
        assertThat(client.get(SampleServer.SAMPLE, "Authorization", token).status())
                .isEqualTo(200);
        assertThat(client.get("/actuator/prometheus", "Authorization", token).header("WWW-Authenticate"))
                .contains("invalid_token");
    }

    private void assertBadToken(String authorization) {
        var answer = client.get(MINE, "Authorization", authorization);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("auth.unauthenticated");
        assertThat(answer.json().path("detail").asString("")).startsWith("The access token is malformed, expired");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void opensTheDescriptionAndClosesMetrics() {
        for (var path : new String[] {"/v3/api-docs", "/v3/api-docs.yaml", "/docs", "/swagger-ui/index.html"}) {
            assertThat(client.get(path).status()).as(path).isIn(200, 302);
        }
        assertThat(client.get("/actuator/prometheus").status()).isEqualTo(401);
        var student = client.get("/actuator/prometheus", "Authorization", client.bearer(Role.STUDENT));
        assertThat(student.status()).isEqualTo(403);
        assertThat(student.code()).isEqualTo("auth.forbidden");
        assertThat(refusals.all).last().asString().matches("auth.forbidden [0-9a-f-]{36} /actuator/\\*\\*");
        // Access is granted, but the sample application has no metrics.
        assertThat(client.get("/actuator/prometheus", "Authorization", client.bearer(Role.ADMIN))
                        .status())
                .isEqualTo(404);
        assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(404);
    }

    /** Spring Security would serve one with false statements. */
    @Test
    void servesNoOtherDescription() {
        assertThat(client.get("/.well-known/oauth-protected-resource").status()).isEqualTo(404);
        assertThat(client.get("/.well-known/oauth-protected-resource/api").status())
                .isEqualTo(404);
    }

    @Test
    void sendsSecurityHeadersAndNoCookie() {
        var answer = client.get(MINE);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("over plain HTTP")
                .isNull();
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void allowsConfiguredOriginsOnly() {
        assertThat(preflight("https://app.example").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.example");
        var foreign = preflight("https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
    }

    private Caller.Answer preflight(String origin) {
        return client.send(
                "OPTIONS", "/api/v1/samples", null, "Origin", origin, "Access-Control-Request-Method", "POST");
    }
}
