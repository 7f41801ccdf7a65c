// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls of language models, as lines of JSON and as lines for COPY. Calls of one number are the same in both forms; their times follow each other
 * by a millisecond, up to half an hour ago.
 */
record ReportedCalls(int callsOfABatch) {
    static final int USERS = 10;

    private static final String PROVIDER = "01990000-0000-7000-8000-00000000a1a1";
    private static final Instant START = Instant.now().minus(Duration.ofMinutes(90));

    static final String COPY = """
            COPY ai.ai_interactions (
                id, created_at, updated_at, user_id, provider_id, model, platform, status, status_code, response_time_ms,
                prompt_tokens, completion_tokens, cached_tokens, reasoning_tokens, usage_source, cost_usd
            ) FROM STDIN""";

    /** Stores the provider and a model with prices. */
    static void prepare(JdbcClient psql) {
        psql.sql("""
                WITH factory AS (
                    INSERT INTO ai.llm_factories (id, name, created_at)
                    VALUES (gen_random_uuid(), 'sandbox', now())
                    RETURNING id
                ),
                llm AS (
                    INSERT INTO ai.llms (id, factory_id, name, context_tokens, max_output_tokens, created_at, updated_at)
                    SELECT gen_random_uuid(), id, 'benchmark', 128000, 16000, now(), now()
                    FROM factory
                    RETURNING id
                )
                INSERT INTO ai.llm_prices (id, llm_id, usage_type, usd_per_million, valid, created_at, updated_at)
                SELECT gen_random_uuid(), llm.id, price.usage_type::ai.usage_type, price.usd,
                    tstzrange('2020-01-01Z', NULL), now(), now()
                FROM llm, (VALUES ('prompt', 0.15), ('completion', 0.60)) AS price (usage_type, usd)""").update();
        psql.sql("""
                INSERT INTO ai.ai_providers (id, name, type, base_url, auth_type, settings, created_at, updated_at)
                VALUES (:id, 'Benchmark', 'compatible', 'http://localhost', 'none', '{"models": []}', now(), now())""").param("id", UUID.fromString(PROVIDER)).update();
    }

    static UUID user(int number) {
        return UUID.fromString("0c000000-0000-7000-8000-%012x".formatted(number));
    }

    /** Returns a batch as lines of JSON, the body of one request. */
    String json(int batch) {
        var lines = new StringBuilder(callsOfABatch * 256);
        for (int n = 0; n < callsOfABatch; n++) {
            lines.append("{\"id\":\"")
                    .append(id(batch, n, 0))
                    .append("\",\"origin\":{\"providerId\":\"")
                    .append(PROVIDER)
                    .append("\",\"model\":\"benchmark\"},\"result\":{\"statusCode\":200,\"responseTimeMs\":")
                    .append(500 + n % 1000)
                    .append("},\"usage\":{\"promptTokens\":")
                    .append(1000 + n)
                    .append(",\"completionTokens\":")
                    .append(200 + n % 100)
                    .append("}}\n");
        }
        return lines.toString();
    }

    /** Returns a batch as lines of tab-separated columns, priced as Ashlar prices it. */
    String text(int batch) {
        var lines = new StringBuilder(callsOfABatch * 256);
        for (int n = 0; n < callsOfABatch; n++) {
            var time = time(batch, n);
            int prompt = 1000 + n;
            int completion = 200 + n % 100;
            long cost = prompt * 15L + completion * 60L; // in units of 10⁻⁸ dollars
            lines.append(id(batch, n, 1))
                    .append('\t')
                    .append(time)
                    .append('\t')
                    .append(time)
                    .append('\t')
                    .append(user(batch % USERS))
                    .append('\t')
                    .append(PROVIDER)
                    .append("\tbenchmark\tmentor\tpending\t200\t")
                    .append(500 + n % 1000)
                    .append('\t')
                    .append(prompt)
                    .append('\t')
                    .append(completion)
                    .append("\t0\t0\tprovider\t0.")
                    .append("%08d".formatted(cost))
                    .append('\n');
        }
        return lines.toString();
    }

    private Instant time(int batch, int n) {
        return START.plusMillis((long) batch * callsOfABatch + n).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param form distinguishes the same call in different forms */
    private UUID id(int batch, int n, int form) {
        long high = time(batch, n).toEpochMilli() << 16 | 0x7000 | form;
        return new UUID(high, Long.MIN_VALUE | (long) n * 0x9E3779B97F4A7C15L >>> 2);
    }
}
