// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@SampleServer
class ProblemAdviceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE = "00-" + TRACE_ID + "-00f067aa0ba902b7-00";

    @Autowired
    Caller client;

    @Test
    void writesAllPartsOfAProblem() {
        var answer = client.get("/api/v1/failures/kind/conflict", "traceparent", TRACE);

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).isEqualTo("""
                {"type":"/problems/sample.any","title":"Any problem","status":409,"detail":"because",\
                "instance":"/api/v1/failures/kind/conflict","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","errors":[]}""");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid,400",
        "unauthenticated,401",
        "forbidden,403",
        "not_found,404",
        "conflict,409",
        "stale,412",
        "precondition_required,428",
        "refused,422",
        "too_many,429",
        "unavailable,503"
    })
    void mapsEachKindToItsStatus(String kind, int status) {
        var answer = client.get("/api/v1/failures/kind/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.header("Retry-After") != null).isEqualTo(status == 429 || status == 503);
        assertThat(answer.header("WWW-Authenticate") != null).isEqualTo(status == 401);
    }

    @Test
    void logsFailuresOfTheServerAndNotOfTheClient(CapturedOutput log) {
        client.get("/api/v1/failures/client-left");
        client.get("/api/v1/failures/unknown");

        assertThat(log.getAll())
                .containsOnlyOnce("Request failed method=GET route=/api/v1/failures/{how}")
                .doesNotContain("failures/unknown");
    }

    @Test
    void roundsWaitsUp() {
        assertThat(client.get("/api/v1/failures/too-often").header("Retry-After"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "constraint,409,sample.name-taken",
        "sql-state/23505,409,request.conflict",
        "sql-state/23P01,409,request.conflict",
        "sql-state/23001,422,request.broken-reference",
        "sql-state/23503,422,request.broken-reference",
        "sql-state/23514,422,request.out-of-bounds",
        "sql-state/23502,422,request.out-of-bounds",
        "sql-state/22001,422,request.out-of-bounds",
        "sql-state/22003,422,request.out-of-bounds",
        "sql-state/40001,409,request.busy",
        "sql-state/40P01,409,request.busy",
        "sql-state/55P03,409,request.busy",
        "sql-state/0A000,503,request.unavailable",
        "sql-state/26000,503,request.unavailable",
        "sql-state/57014,503,request.unavailable",
        "sql-state/25006,503,request.unavailable",
        "sql-state/57P01,503,request.unavailable",
        "sql-state/57P02,503,request.unavailable",
        "sql-state/57P03,503,request.unavailable",
        "sql-state/08006,503,request.unavailable",
        "sql-state/53300,503,request.unavailable",
        "sql-state/42P01,500,internal",
        "lock,409,request.busy",
        "pool,503,request.unavailable",
        "commit,503,request.unavailable",
        "anything,500,internal",
        "error,500,internal",
        "send-error,503,request.unavailable"
    })
    void answersFaultsWithoutInternalDetails(String how, int status, String code) {
        var answer = client.get("/api/v1/failures/" + how, "traceparent", TRACE);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("traceparent")).startsWith("00-" + TRACE_ID + "-");
        assertThat(answer.json().path("traceId").asString("")).isEqualTo(TRACE_ID);
        assertThat(answer.json().path("instance").asString("")).isEqualTo("/api/v1/failures/" + how);
        assertThat(answer.text()).doesNotContain("secret", "Exception", "dev.ashlar", "INSERT");
        assertThat(answer.header("Retry-After") != null).isEqualTo(status == 503);
    }

    @Test
    void refusesUnknownMethodsPathsAndFormats() {
        var token = client.bearer(Role.STUDENT);
        var method = client.send("DELETE", "/api/v1/samples", null);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.code()).isEqualTo("request.method-not-allowed");
        assertThat(method.header("Allow")).contains("GET", "POST");

        for (var path : new String[] {"/", "/nowhere", "/api/v1/nowhere", "/error", "/problems/nope"}) {
            var missing = client.get(path);
            assertThat(missing.status()).as(path).isEqualTo(404);
            assertThat(missing.code()).isEqualTo("request.not-found");
            assertThat(missing.json().path("instance").asString("")).isEqualTo(path);
        }

        var xml = client.send("POST", "/api/v1/samples", "<a/>", "Authorization", token, "Content-Type", "text/xml");
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.code()).isEqualTo("request.unsupported-media-type");

        var html = client.get("/api/v1/samples", "Authorization", token, "Accept", "text/html");
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.code()).isEqualTo("request.not-acceptable");
        assertThat(html.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesCompressedBodiesAndTellsThatNoCodingIsAccepted() {
        var token = client.bearer(Role.STUDENT);
        for (var coding : new String[] {"gzip", "br", "identity, gzip"}) {
            var answer =
                    client.send("POST", "/api/v1/samples", "{}", "Authorization", token, "Content-Encoding", coding);
            assertThat(answer.status()).as(coding).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("request.unsupported-media-type");
            assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        }
        var plain = client.send("POST", "/api/v1/samples", "{}", "Authorization", token);
        for (var coding : new String[] {"identity", " Identity ", ""}) {
            assertThat(client.send("POST", "/api/v1/samples", "{}", "Authorization", token, "Content-Encoding", coding)
                            .status())
                    .as(coding)
                    .isEqualTo(plain.status());
        }
    }

    @Test
    void refusesForms() {
        var form = client.request("/api/v1/samples", "Authorization", client.bearer(Role.STUDENT))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("limit=5"));
        assertThat(client.send(form.build()).status()).isEqualTo(415);
        var multipart = client.request("/api/v1/samples", "Authorization", client.bearer(Role.STUDENT))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x--"));
        assertThat(client.send(multipart.build()).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/v1/samples/42                                   | id: must be a UUID in its form of 36 characters
            /api/v1/samples/019a0000-0000-7000-8000-0000000000ag | id: must be a UUID in its form of 36 characters
            /api/v1/samples/search                               | q: is required
            /api/v1/samples/search?q=a                           | q: size must be between 2 and 20
            /api/v1/samples/search?q=a%00b                       | q: must not contain NUL characters or unpaired surrogates
            /api/v1/samples/search?q=ab&weight=x                 | weight: must be a whole number from -2147483648 to 2147483647
            /api/v1/samples/search?q=ab&weight=-1                | weight: must be greater than 0
            /api/v1/samples/search?q=ab&since=yesterday          | since: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            /api/v1/samples/search?q=ab&since=0000-01-01T00:00:00Z | since: must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z, in a year from 0001 to 9999
            /api/v1/samples/search?q=ab&wait=1                   | wait: is not known here; known are q, since, weight
            /api/v1/failures/kind/CONFLICT                       | kind: must be one of invalid, unauthenticated, forbidden, not_found, conflict, stale, precondition_required, refused, too_many, unavailable
            /api/v1/failures/lock?now=1                          | now: is not known here; this operation has no query parameters
            """)
    void namesWrongParameters(String path, String error) {
        var answer = client.get(path, "Accept-Language", "de");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BLUE", "green", "", "0"})
    void acceptsLabelsOnlyForEnumsInQueries(String color) {
        var answer = client.get("/api/v1/samples?color=" + color, "Authorization", client.bearer(Role.STUDENT));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("color: must be one of dark_red, blue");
    }

    @Test
    void describesEveryCode() {
        assertThat(client.get("/problems/sample.sold-out").text())
                .isEqualTo("{\"code\":\"sample.sold-out\",\"status\":422,\"title\":\"Sample is sold out\"}");
        assertThat(client.get("/problems").json().findValuesAsString("code"))
                .contains("internal", "request.invalid", "sample.too-often", "request.headers-too-large")
                .isSorted();
    }
}
