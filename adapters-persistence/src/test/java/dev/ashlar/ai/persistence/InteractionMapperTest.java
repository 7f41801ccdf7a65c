// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.FAILURE;
import static dev.ashlar.ai.domain.SampleInteractions.MODEL;
import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.idAt;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.InteractionsContract;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper InteractionMapper.changeRow owner", test = "changesAPendingInteractionOnce")
@Kills(mutant = "mapper InteractionMapper.wanted owner", test = "processesOnlyInteractionsThatMeetTheConditions")
class InteractionMapperTest extends InteractionsContract {
    @Autowired
    private InteractionMapper interactions;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Interactions interactions() {
        return interactions;
    }

    @Override
    protected AiProviderId newProvider() {
        return TestProviders.insert(jdbc);
    }

    @Override
    protected InteractionStatus statusOf(InteractionId id) {
        return Objects.requireNonNull(Labels.find(InteractionStatus.class, row(id).get("status")));
    }

    @Override
    protected List<@Nullable String> contentsOf(InteractionId id) {
        var row = row(id);
        return Arrays.asList(text(row.get("request")), text(row.get("response")), text(row.get("trace_id")));
    }

    @Override
    protected @Nullable String errorOf(InteractionId id) {
        return text(row(id).get("error"));
    }

    @Test
    void writesEachColumn() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var usage = new TokenUsage(1000, 200, 100, 50, UsageSource.ESTIMATED);
        var call = stored(new Interaction(
                idAt(NOW),
                new InteractionOrigin(provider, MODEL, user, "mentor", trace),
                FAILURE,
                usage,
                new BigDecimal("0.12345678"),
                "{\"model\": \"m\"}",
                "[1]"));
        assertThat(row(call.id()))
                .containsEntry("id", call.id().value())
                .containsEntry("provider_id", provider.value())
                .containsEntry("model", MODEL)
                .containsEntry("user_id", user.value())
                .containsEntry("platform", "mentor")
                .containsEntry("trace_id", trace)
                .containsEntry("status", "failed")
                .containsEntry("status_code", 503)
                .containsEntry("error", "Overloaded")
                .containsEntry("response_time_ms", 20)
                .containsEntry("ttft_ms", null)
                .containsEntry("prompt_tokens", 1000L)
                .containsEntry("completion_tokens", 200L)
                .containsEntry("cached_tokens", 100L)
                .containsEntry("reasoning_tokens", 50L)
                .containsEntry("total_tokens", 1200L)
                .containsEntry("usage_source", "estimated")
                .containsEntry("cost_usd", new BigDecimal("0.12345678"))
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .hasSize(22);
        assertThat(contentsOf(call.id())).containsExactly("{\"model\": \"m\"}", "[1]", trace);
    }

    @Test
    void writesAnInteractionOfWhichLittleIsKnown() {
        var call = stored(new Interaction(
                idAt(NOW),
                origin(provider, user),
                dev.ashlar.ai.domain.CallResult.succeeded(null, null, 7),
                null,
                null,
                null,
                null));
        assertThat(row(call.id()))
                .containsEntry("status", "pending")
                .containsEntry("ttft_ms", 7)
                .containsEntry("total_tokens", null)
                .containsEntry("usage_source", null)
                .containsEntry("cost_usd", null);
    }

    @Test
    void storesContentsThatPostgresqlWouldRefuse() {
        var call = stored(with(
                interaction(origin(provider, user), NOW),
                "{\"a\": \"\\u0000\\ud83d\", \"n\": 1e999}",
                "{\"n\": 1e1000000}"));
        assertThat(contentsOf(call.id()).getFirst()).startsWith("{\"a\": \"\ufffd\ufffd\", \"n\": 1000");
        assertThat(contentsOf(call.id()).get(1)).isNull();
        var deep = stored(with(interaction(origin(provider, user), NOW), "[".repeat(500) + "]".repeat(500), null));
        assertThat(contentsOf(deep.id()).getFirst()).hasSize(1000);
    }

    @Test
    void tellsTheTimeOfAnIdToTheMillisecond() {
        for (var time : List.of(NOW, NOW.plusMillis(1), NOW.plusMillis(999), NOW.plusSeconds(2_000_000_001))) {
            assertThat(jdbc.sql("SELECT ai.interaction_time(?)")
                            .param(idAt(time).value())
                            .query(Timestamp.class)
                            .single()
                            .toInstant())
                    .isEqualTo(time);
        }
    }

    /** A statement has 10 seconds; 10,000 lines and 8 MB bound a request. */
    @Test
    void storesTheLargestBulkRequestInHalfTheTimeOfAStatement() {
        jdbc.sql("SET LOCAL statement_timeout = '5s'").update();
        var body = "{\"messages\": [\"" + "many words ".repeat(70) + "\"]}";
        var lines = Stream.generate(() -> with(interaction(origin(provider, user), NOW), body, null))
                .limit(10_000)
                .toList();
        assertThat(interactions.insert(lines)).hasSize(lines.size());
    }

    private Map<String, @Nullable Object> row(InteractionId id) {
        return jdbc.sql("SELECT * FROM ai.ai_interactions WHERE id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
