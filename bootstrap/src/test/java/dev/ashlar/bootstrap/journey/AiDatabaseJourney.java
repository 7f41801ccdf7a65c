// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.Relay;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AI has a separate database, which hears of deleted accounts, and whose audit log is shown together with the common one. */
@Tag("exhaustive")
class AiDatabaseJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CHAT = "/api/v1/ai/v1/chat/completions";
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String AUDIT_LOG = "/api/v1/operations/audit-log";

    @TempDir
    private Path temp;

    private Instances instances;
    private TestDatabase own;
    private Relay address;
    private Api admin;
    private Api student;

    @BeforeEach
    void serve() {
        instances = new Instances(temp.resolve("home"));
        own = TestDatabase.migrated();
        address = new Relay(serverPort());
        var name = own.url().replaceFirst(".*/", "");
        var ashlar = instances.serve(
                "one",
                "--ashlar.contexts.ai.url=postgres://ashlar_app:ashlar_app@localhost:" + address.port() + "/" + name);
        var api = Api.at(ashlar.address().getPort());
        admin = api.demo("admin");
        student = api.demo("student");
    }

    @AfterEach
    void close() {
        instances.close();
        address.close();
        own.close();
    }

    @Test
    void keepsItsRowsAndErasesThoseOfADeletedUser() {
        chat("Remember me").is(200);
        var id = student.myId();
        admin.post(BUDGETS, Map.of("scope", "user", "userId", id, "period", "day", "limitUsd", "5"))
                .is(201);
        await().atMost(PATIENCE).until(() -> contents() > 0);
        assertThat(student.get("/api/v1/me/export").is(200).text()).contains("Remember me");

        deleteAccount();

        await().atMost(PATIENCE).until(() -> contents() == 0);
        assertThat(count("SELECT count(*) FROM ai.ai_interactions")).isPositive();
        assertThat(count("SELECT count(*) FROM ai.ai_budgets WHERE user_id IS NOT NULL"))
                .isZero();
        admin.post(BUDGETS, Map.of("scope", "user", "userId", id, "period", "day", "limitUsd", "5"))
                .isProblem(400, "request.invalid")
                .naming("/userId");
        for (var table : List.of("llms", "llm_prices", "ai_providers", "ai_budgets", "ai_interactions")) {
            assertThat(instances
                            .psql()
                            .sql("SELECT count(*) FROM ai." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void isAuditedInItsDatabaseAndShownWithAllOthers() {
        assertThat(count("SELECT count(*) FROM kernel.audit_log WHERE subject_type NOT LIKE 'ai.%'"))
                .isZero();
        var common = instances
                .psql()
                .sql("SELECT DISTINCT split_part(subject_type, '.', 1) FROM kernel.audit_log")
                .query(String.class)
                .list();
        assertThat(common).contains("identity").doesNotContain("ai");

        var ids = new ArrayList<String>();
        var schemas = new ArrayList<String>();
        var next = AUDIT_LOG + "?limit=7";
        while (!next.isEmpty()) {
            var page = admin.get(next).is(200).json();
            for (var entry : page.at("/items")) {
                ids.add(entry.at("/id").asString());
                schemas.add(entry.at("/subjectType").asString().replaceFirst("\\..*", ""));
            }
            var cursor = page.at("/nextCursor");
            next = cursor.isString() ? AUDIT_LOG + "?limit=7&cursor=" + cursor.asString() : "";
        }

        assertThat(ids)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .doesNotHaveDuplicates();
        assertThat(schemas).contains("ai").containsAll(common);
    }

    @Test
    void isAwayWhileAllElseServesAndMakesUpForItLater() {
        chat("Remember me").is(200);
        await().atMost(PATIENCE).until(() -> contents() > 0);

        address.leadTo(1);
        address.cut();

        assertThat(chat("Hello").status()).isEqualTo(503);
        admin.get(AUDIT_LOG).isProblem(503, "request.unavailable");
        student.get("/api/v1/wallet").is(200);
        admin.get("/actuator/health/readiness").is(200);
        deleteAccount();

        address.leadTo(serverPort());
        await().atMost(PATIENCE).until(() -> {
            instances.letTimePass();
            return contents() == 0;
        });
    }

    private Api.Answer chat(String text) {
        return student.post(
                CHAT, Map.of("model", "sandbox-small", "messages", List.of(Map.of("role", "user", "content", text))));
    }

    private void deleteAccount() {
        student.post("/api/v1/me/delete", Map.of("currentPassword", Api.DEMO_PASSWORD))
                .is(204);
    }

    private long contents() {
        return count("SELECT coalesce(sum(num_nonnulls(request, response, trace_id)), 0) FROM ai.ai_interactions");
    }

    private long count(String query) {
        return own.psql().sql(query).query(Long.class).single();
    }

    private int serverPort() {
        return URI.create(own.url().substring("jdbc:".length())).getPort();
    }
}
