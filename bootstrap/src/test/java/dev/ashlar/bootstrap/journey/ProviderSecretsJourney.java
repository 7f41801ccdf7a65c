// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.bootstrap.provider.FakeProvider;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A secret of a provider is in no answer, log line, row or thread, whatever is done with it and whatever fails. All loggers are at their
 * finest level, except those that the application keeps at another one.
 */
@JourneyTest
class ProviderSecretsJourney {
    private static final String PROVIDERS = "/api/v1/ai/providers";
    private static final String MARK = "sk-marked-" + UUID.randomUUID();

    private final Lines lines = new Lines();
    private final List<String> answers = new ArrayList<>();
    private final List<Appender<ILoggingEvent>> console = new ArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final @Nullable Level before = root.getLevel();

    @LocalServerPort
    private int port;

    @Autowired
    private ProviderWorkflow workflow;

    @Autowired
    private FreshDatabase.Switch databases;

    private Api admin;

    @BeforeEach
    void listen() {
        admin = Api.at(port).demo("admin");
        root.iteratorForAppenders().forEachRemaining(console::add);
        console.forEach(root::detachAppender);
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(before);
        root.detachAppender(lines);
        console.forEach(root::addAppender);
    }

    @Test
    void aSecretIsShownNowhere() {
        try (var honest = FakeProvider.start(0, MARK);
                var refusing = FakeProvider.start(0, "another")) {
            var provider = add(honest.address().toString(), MARK).is(201).header("Location");
            assertThat(keep(admin.post(provider + "/test", Map.of())).is(200).text())
                    .contains("\"result\":\"ok\"");
            keep(admin.get(provider)).is(200);
            keep(admin.get(PROVIDERS)).is(200);

            patch(provider, 0, Map.of("secret", MARK + "-2")).is(200);
            assertThat(keep(admin.post(provider + "/test", Map.of())).text()).contains("secret_refused");
            patch(provider, 0, Map.of("secret", MARK)).is(412);
            patch(provider, 1, Map.of("baseUrl", refusing.address().toString(), "secret", MARK))
                    .is(200);
            assertThat(keep(admin.post(provider + "/test", Map.of())).text()).contains("secret_refused");
            patch(provider, 2, Map.of("baseUrl", "http://localhost:1/v1", "secret", MARK))
                    .is(200);
            assertThat(keep(admin.post(provider + "/test", Map.of())).text()).contains("unreachable");
            patch(provider, 3, Map.of("baseUrl", "http://169.254.169.254/v1", "secret", MARK))
                    .is(200);
            assertThat(keep(admin.post(provider + "/test", Map.of())).text()).contains("unreachable");
            refuseTheSecret(provider);
            breakTheRow(provider);

            assertThat(workflow.resealSecrets()).isZero();
            assertThat(threads()).noneMatch(text -> text.contains(MARK));
            keep(admin.send("DELETE", provider, null, "If-Match", "*")).is(204);
        }
        assertThat(answers).hasSizeGreaterThan(15).noneMatch(text -> text.contains(MARK));
        var logged = List.copyOf(lines.all); // jobs go on writing
        assertThat(logged).hasSizeGreaterThan(100);
        assertThat(logged).filteredOn(text -> text.contains(MARK)).isEmpty();
        assertThat(rows()).isNotEmpty().noneMatch(text -> text.contains(MARK));
    }

    private void refuseTheSecret(String provider) {
        add("https://llm.example/v1", MARK.repeat(30)).is(400);
        add("https://llm.example/v1", MARK + " blank").is(400);
        add("no url", MARK).is(400);
        patch(provider, 4, Map.of("secret", "")).is(400);
        patch(provider, 4, Map.of("secret", MARK, "priority", -1)).is(400);
        patch(provider, 4, Map.of("secret", MARK, "surprise", 1)).is(400);
        patch(PROVIDERS + "/" + UUID.randomUUID(), 0, Map.of("secret", MARK)).is(404);
        keep(admin.send("PATCH", provider, "{\"secret\": \"" + MARK + "\"", "If-Match", "\"4\""))
                .is(400);
        keep(Api.at(port).demo("student").post(PROVIDERS, provider("https://llm.example", MARK)))
                .is(403);
    }

    /** As if an intruder had moved the address of the row to a server of theirs. */
    private void breakTheRow(String provider) {
        database()
                .sql("UPDATE ai.ai_providers SET base_url = 'https://evil.example' WHERE name LIKE 'Marked%'")
                .update();
        assertThat(keep(admin.post(provider + "/test", Map.of())).is(200).text())
                .contains("\"result\":\"failed\"", "The stored secret does not open");
    }

    private Api.Answer add(String url, String secret) {
        return keep(admin.post(PROVIDERS, provider(url, secret)));
    }

    private static Map<String, String> provider(String url, String secret) {
        return Map.of(
                "name", "Marked " + UUID.randomUUID(),
                "type", "compatible",
                "baseUrl", url,
                "authType", "bearer",
                "secret", secret,
                "contentPolicy", "full",
                "unpricedCalls", "store");
    }

    private Api.Answer patch(String provider, int version, Map<String, ?> edit) {
        return keep(admin.send(
                "PATCH", provider, JsonMapper.shared().writeValueAsString(edit), "If-Match", "\"" + version + "\""));
    }

    private Api.Answer keep(Api.Answer answer) {
        answers.add(answer.text() + answer.response().headers().map());
        return answer;
    }

    /** All rows of all tables that we have, as text. */
    private List<String> rows() {
        var psql = database();
        return psql
                .sql(
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname !~ '^(pg_|information_)'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> psql.sql("SELECT t::text FROM " + table + " t").query(String.class).list().stream())
                .toList();
    }

    private JdbcClient database() {
        return databases.database().psql();
    }

    private static List<String> threads() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(Object::toString)
                .toList();
    }

    /** Lines of all logs, with their failures. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> all = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void append(ILoggingEvent event) {
            var failure =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            all.add(event.getThreadName()
                    + ' '
                    + event.getLoggerName()
                    + ' '
                    + event.getFormattedMessage()
                    + ' '
                    + event.getMDCPropertyMap()
                    + failure);
        }
    }
}
