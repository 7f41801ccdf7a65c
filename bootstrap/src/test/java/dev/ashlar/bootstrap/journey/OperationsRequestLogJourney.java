// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.operations.application.RequestLogHousekeeping;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each request is found afterwards with who sent it and how long it took, but without its secrets. */
@JourneyTest
class OperationsRequestLogJourney {
    private static final String LOG = "/api/v1/operations/api-requests";
    private static final String SECRET = "marked-" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestLogHousekeeping housekeeping;

    @Autowired
    private FreshDatabase.Switch databases;

    @Test
    void tellsWhoAskedForWhatAndHowLongItTook() {
        var admin = Api.at(port).demo("admin");
        var student = Api.at(port).newcomer();
        var me = student.myId();
        var product = UUID.randomUUID();
        var refusal = student.get(
                "/api/v1/products/" + product + "?unknown=" + SECRET, "X-Platform", "mentor", "User-Agent", "probe");
        refusal.isProblem(400, "request.invalid");
        awaitRows("user_agent = 'probe'");

        var request = logged(admin, "userId=" + me + "&failed=false").getFirst();
        assertThat(request.at("/method").asString()).isEqualTo("GET");
        assertThat(request.at("/route").asString()).isEqualTo("/api/v1/products/{id}");
        assertThat(request.at("/path").asString()).isEqualTo("/api/v1/products/" + product);
        assertThat(request.at("/status").asInt()).isEqualTo(400);
        assertThat(request.at("/durationMs").asDouble()).isPositive().isLessThan(60_000);
        assertThat(request.at("/responseBytes").asLong())
                .isGreaterThanOrEqualTo(refusal.text().length());
        assertThat(request.at("/platform").asString()).isEqualTo("mentor");
        assertThat(request.at("/userAgent").asString()).isEqualTo("probe");
        assertThat(request.at("/address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
        assertThat(request.at("/traceId").asString())
                .isEqualTo(refusal.header("traceparent").split("-")[1]);
        student.get(LOG).isProblem(403, "auth.forbidden");
    }

    @Test
    void hasNoSecretsOfPathsQueriesAndBodies() {
        var nobody = Api.at(port);
        nobody.get("/api/v1/me", "Authorization", "Bearer " + SECRET).isProblem(401, "auth.unauthenticated");
        nobody.get("/nowhere/" + SECRET).isProblem(404, "request.not-found");
        nobody.get("/calendar/" + SECRET + ".ics");
        nobody.get("/api/v1/products?token=" + SECRET);
        nobody.post("/api/v1/auth/login", Map.of("email", "a@b.example", "password", SECRET));
        awaitRows("route IN ('unmatched', '/**') AND path IS NULL AND status = 404");
        awaitRows("route = '/calendar/{secret}.ics' AND path IS NULL");
        awaitRows("route = '/api/v1/auth/login' AND status IN (400, 401)");
        assertThat(rows("to_jsonb(r)::text LIKE '%" + SECRET + "%'")).isZero();
    }

    @Test
    void hasRequestsThatNeverReachAHandler() {
        Api.at(port).send("BREW", "/api/v1/products", null);
        Api.at(port).get("/api/v1/products", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        awaitRows("method = 'OTHER'");
        awaitRows("trace_id = '4bf92f3577b34da6a3ce929d0e0e4736'");
    }

    @Test
    void sumsUpByRoute() {
        var admin = Api.at(port).demo("admin");
        for (int number = 0; number < 20; number++) {
            admin.get("/api/v1/ai/models").is(200);
        }
        await().until(() -> rows("route = '/api/v1/ai/models'") >= 20);
        housekeeping.sumUp();
        var stats = admin.get(LOG + "/stats?limit=100").is(200).json();
        var models = stats.at("/routes")
                .valueStream()
                .filter(route -> route.at("/route").asString().equals("/api/v1/ai/models"))
                .toList()
                .getFirst();
        assertThat(models.at("/requests").asLong()).isGreaterThanOrEqualTo(20);
        assertThat(models.at("/serverErrors").asLong()).isZero();
        var p50 = models.at("/durationMs/p50").asDouble();
        assertThat(p50)
                .isPositive()
                .isLessThanOrEqualTo(models.at("/durationMs/p99").asDouble());
        admin.get(LOG + "/stats?limit=0").isProblem(400, "request.invalid").naming("limit");
        admin.get(LOG + "/stats?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z")
                .isProblem(400, "request.invalid")
                .naming("from");
    }

    private static List<JsonNode> logged(Api admin, String query) {
        return admin.get(LOG + "?limit=100&" + query)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    /** Waits, because Tomcat logs a request after its client has the answer. */
    private void awaitRows(String condition) {
        await().until(() -> rows(condition) > 0);
    }

    private long rows(String condition) {
        return databases
                .database()
                .psql()
                .sql("SELECT count(*) FROM operations.api_requests r WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
