// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.StatsFigures.CallTotals;
import dev.ashlar.ai.application.StatsFigures.TokenTotals;
import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsRows.Sums;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.LatencyHistogram;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls stored by SQL, and their sums by Java. */
final class StoredCalls {
    private static final int HOUR_MS = 3_600_000;

    private final JdbcClient jdbc;
    private final Random random;
    private final List<AiProviderId> providers;
    private final List<UserId> users = Stream.generate(IdSource.timeOrdered()::next)
            .limit(4)
            .map(UserId::new)
            .toList();
    private final List<Call> calls = new ArrayList<>();

    StoredCalls(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.providers = List.of(TestProviders.insert(jdbc), TestProviders.insert(jdbc));
    }

    /** Stored call as statistics see it. */
    record Call(
            UUID id,
            AiProviderId providerId,
            String model,
            UserId userId,
            @Nullable String error,
            @Nullable TokenTotals tokens,
            @Nullable BigDecimal costUsd,
            Times times) {
        Instant createdAt() {
            return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        }
    }

    /** Durations of a call in milliseconds. */
    record Times(@Nullable Integer responseTimeMs, @Nullable Integer ttftMs) {}

    List<UserId> users() {
        return users;
    }

    List<AiProviderId> providers() {
        return providers;
    }

    /** Stores calls with random figures at random times of an hour. */
    void add(int number, Instant hour) {
        for (int i = 0; i < number; i++) {
            var call = call(hour);
            insert(call);
            calls.add(call);
        }
    }

    /** Adds up the calls of a period that a filter lets pass. */
    Sums sums(StatsFilter filter, Instant from, Instant to, Predicate<Call> further) {
        return sums(calls.stream()
                .filter(call ->
                        !call.createdAt().isBefore(from) && call.createdAt().isBefore(to))
                .filter(call -> filter.userId() == null || filter.userId().equals(call.userId()))
                .filter(call ->
                        filter.providerId() == null || filter.providerId().equals(call.providerId()))
                .filter(call -> filter.model() == null || filter.model().equals(call.model()))
                .filter(further)
                .toList());
    }

    private static Sums sums(List<Call> some) {
        var succeeded = some.stream()
                .filter(call -> call.error() == null)
                .map(Call::times)
                .toList();
        var tokens = some.stream().map(Call::tokens).filter(Objects::nonNull).toList();
        var costs = some.stream().map(Call::costUsd).filter(Objects::nonNull).toList();
        return new Sums(
                new CallTotals(some.size(), some.size() - succeeded.size(), some.size() - costs.size()),
                new TokenTotals(
                        tokens.stream().mapToLong(TokenTotals::promptTokens).sum(),
                        tokens.stream().mapToLong(TokenTotals::completionTokens).sum(),
                        tokens.stream().mapToLong(TokenTotals::cachedTokens).sum(),
                        tokens.stream().mapToLong(TokenTotals::reasoningTokens).sum()),
                costs.stream().reduce(BigDecimal.ZERO.setScale(ModelPrices.DECIMALS), BigDecimal::add),
                histogram(succeeded, Times::responseTimeMs),
                histogram(succeeded, Times::ttftMs));
    }

    private static String histogram(List<Times> times, Function<Times, @Nullable Integer> duration) {
        return times.stream()
                .map(duration)
                .filter(Objects::nonNull)
                .map(ms -> LatencyHistogram.BOUNDS.stream()
                        .filter(bound -> bound <= ms)
                        .count())
                .map(place -> BigDecimal.TEN.pow((int) (LatencyHistogram.DIGITS * place)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private Call call(Instant hour) {
        long ms = hour.toEpochMilli() + random.nextInt(HOUR_MS);
        boolean failed = random.nextInt(5) == 0;
        boolean known = !failed || random.nextBoolean();
        boolean streamed = random.nextBoolean();
        long prompt = random.nextInt(100_000);
        long completion = random.nextInt(10_000);
        return new Call(
                new UUID(ms << 16 | 0x7000 | random.nextInt(0x1000), Long.MIN_VALUE | random.nextLong() >>> 2),
                providers.get(random.nextInt(2)),
                "model-" + random.nextInt(3),
                users.get(random.nextInt(users.size())),
                failed ? "Overloaded" : null,
                known ? new TokenTotals(prompt, completion, prompt / 3, completion / 7) : null,
                known && random.nextInt(4) > 0 ? new BigDecimal(random.nextInt(1_000_000)).movePointLeft(8) : null,
                new Times(duration(10), streamed ? duration(8) : null));
    }

    private @Nullable Integer duration(int magnitude) {
        return random.nextInt(10) == 0 ? null : (int) Math.exp(random.nextDouble() * magnitude * 1.5);
    }

    private void insert(Call call) {
        var tokens = call.tokens();
        jdbc.sql("""
                INSERT INTO ai.ai_interactions (
                    id, provider_id, model, user_id, platform, status, error, response_time_ms, ttft_ms, prompt_tokens,
                    completion_tokens, cached_tokens, reasoning_tokens, usage_source, cost_usd, created_at, updated_at)
                VALUES (:id, :provider, :model, :user, 'mentor', :status::ai.interaction_status, :error, :responseTime, :ttft,
                    :prompt, :completion, :cached, :reasoning, :source::ai.usage_source, :cost, ai.interaction_time(:id), now())""")
                .param("id", call.id())
                .param("provider", call.providerId().value())
                .param("model", call.model())
                .param("user", call.userId().value())
                .param("status", call.error() == null ? "pending" : "failed")
                .param("error", call.error())
                .param("responseTime", call.times().responseTimeMs())
                .param("ttft", call.times().ttftMs())
                .param("prompt", tokens == null ? null : tokens.promptTokens())
                .param("completion", tokens == null ? null : tokens.completionTokens())
                .param("cached", tokens == null ? null : tokens.cachedTokens())
                .param("reasoning", tokens == null ? null : tokens.reasoningTokens())
                .param("source", tokens == null ? null : "provider")
                .param("cost", call.costUsd())
                .update();
    }
}
